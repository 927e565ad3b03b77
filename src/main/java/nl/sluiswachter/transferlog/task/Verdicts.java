package nl.sluiswachter.transferlog.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.MarkedBatches;
import nl.sluiswachter.transferlog.WaitingEvents;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was judged of transfers, as gateways wrote it. Also what waits for its place: whoever judges next must see it. */
final class Verdicts {

    private static final String PLACED =
            """
            select l.recorded_at, l.transfer_id, l.shard, l.position, l.entry, %s from transfer_log l %s
             where l.transfer_id = any(:ids) and l.kind = 'REVIEW_VERDICT' and l.destroyed_at is null
            """
                    .formatted(MarkedBatches.COLUMNS, MarkedBatches.JOIN);

    private final JdbcClient jdbc;
    private final WaitingEvents waiting;
    private final MarkedBatches batches;

    Verdicts(JdbcClient jdbc, WaitingEvents waiting, MarkedBatches batches) {
        this.jdbc = jdbc;
        this.waiting = waiting;
        this.batches = batches;
    }

    /**
     * One of them.
     *
     * @param judged empty where it was damaged
     */
    record Verdict(UUID transferId, Instant at, Optional<Judged> judged, Optional<LogDamaged> damage) {

        /** @throws LogDamaged when it was damaged */
        Judged whole() {
            return judged.orElseThrow(damage::orElseThrow);
        }
    }

    /** On these transfers, the oldest first. */
    List<Verdict> on(List<UUID> transferIds) {
        List<JsonNode> events = waiting.of(LogKind.REVIEW_VERDICT);
        Set<String> placed = new HashSet<>();
        List<Verdict> verdicts = new ArrayList<>(jdbc.sql(PLACED)
                .param("ids", SqlArray.of("uuid", transferIds, id -> id))
                .query((row, number) -> placed(row, placed))
                .list());
        events.stream()
                .filter(event -> transferIds.contains(transfer(event)))
                .filter(event -> !placed.contains(event.path("entryId").asText()))
                .forEach(event -> verdicts.add(verdict(transfer(event), event)));
        verdicts.sort(Comparator.comparing(Verdict::at));
        return verdicts;
    }

    private Verdict placed(ResultSet row, Set<String> ids) throws SQLException {
        UUID transferId = row.getObject("transfer_id", UUID.class);
        try {
            return whole(row, transferId, ids);
        } catch (LogDamaged e) {
            Instant filed = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
            return new Verdict(transferId, filed, Optional.empty(), Optional.of(e));
        }
    }

    /** @throws LogDamaged also when it tells of no verdict on that transfer */
    private Verdict whole(ResultSet row, UUID transferId, Set<String> ids) throws SQLException {
        JsonNode entry = batches.entry(row);
        try {
            if (transferId.equals(transfer(entry))
                    && entry.path("kind").asText().equals("REVIEW_VERDICT")) {
                ids.add(entry.path("entryId").asText());
                return verdict(transferId, entry);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new LogDamaged(row.getInt("shard"), row.getLong("position"), e);
        }
        throw new LogDamaged(row.getInt("shard"), row.getLong("position"), null);
    }

    private static UUID transfer(JsonNode entry) {
        return UUID.fromString(entry.path("transferId").asText());
    }

    private static Verdict verdict(UUID transferId, JsonNode entry) {
        JsonNode detail = entry.path("detail");
        Instant at = Instant.parse(entry.path("recordedAt").asText());
        Judged judged = new Judged(
                at,
                detail.path("officer").asText(),
                ReviewVerdict.Outcome.valueOf(detail.path("verdict").asText()),
                ReviewVerdict.Reason.valueOf(detail.path("reason").asText()),
                detail.path("reference").asText());
        return new Verdict(transferId, at, Optional.of(judged), Optional.empty());
    }
}
