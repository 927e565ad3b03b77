package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.transfer.Requests;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Permitted requests as the transfer log has them, with the keys of their persons in one round trip. An answer is judged by them: so
 * only what the entry says itself counts, not what stands beside it, and only as a gateway wrote it.
 */
final class LoggedRequests implements Requests {

    private static final String FIND =
            """
            select l.shard, l.position, l.seed, l.entry, %s, array(select s.subject_key || s.person
                                    from transfer_log_subject s
                                   where s.shard = l.shard and s.position = l.position
                                      and s.recorded_at = l.recorded_at) as subjects
              from transfer_log l %s
             where l.transfer_id = :transferId and l.kind = 'DECISION' and l.outcome = 'PERMIT'
               and l.sender = :from and l.receiver = :to
             limit 1
            """
                    .formatted(MarkedBatches.COLUMNS, MarkedBatches.JOIN);

    private final JdbcClient jdbc;
    private final MarkedBatches batches;

    LoggedRequests(JdbcClient jdbc, MarkedBatches batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Optional<Asked> find(UUID transferId, Oin from, Oin to) {
        return jdbc.sql(FIND)
                .param("transferId", transferId)
                .param("from", from.value())
                .param("to", to.value())
                .query((row, number) -> asked(row, transferId))
                .optional();
    }

    private Asked asked(ResultSet row, UUID transferId) throws SQLException {
        JsonNode entry = batches.entry(row);
        Set<String> fields = new HashSet<>();
        entry.path("dataItems").forEach(item -> fields.add(item.path("field").asText()));
        Set<SubjectKey> subjects = subjects(row, entry, transferId);
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        entry.path("persons")
                .forEach(person ->
                        relations.add(Relation.valueOf(person.path("relation").asText())));
        return new Asked(
                entry.path("exchangeType").asText(),
                new Oin(entry.path("sender").asText()),
                new Capacity(entry.path("senderCapacity").asText()),
                new Oin(entry.path("receiver").asText()),
                new Capacity(entry.path("receiverCapacity").asText()),
                fields,
                subjects,
                relations);
    }

    /** @throws LogDamaged where it is filed as what it is not, or under others than those it commits to */
    private static Set<SubjectKey> subjects(ResultSet row, JsonNode entry, UUID transferId) throws SQLException {
        int shard = row.getInt("shard");
        long position = row.getLong("position");
        boolean permitted = entry.path("kind").asText().equals("DECISION")
                && entry.path("outcome").asText().equals("PERMIT")
                && entry.path("transferId").asText().equals(transferId.toString());
        Optional<Map<String, List<SubjectKey>>> subjects = permitted
                ? CommittedSubjects.of((String[]) row.getArray("subjects").getArray(), row.getBytes("seed"), entry)
                : Optional.empty();
        return subjects.orElseThrow(() -> new LogDamaged(shard, position, null)).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }
}
