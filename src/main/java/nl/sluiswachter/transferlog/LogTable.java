package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table transfer_log, as decisions are found in it; {@link BatchTable} writes it. */
final class LogTable {

    private static final String FIND_DECISION =
            """
            select l.shard, l.position, l.entry, %s
              from transfer_log l %s
             where l.transfer_id = :transferId and l.kind = 'DECISION'
            """
                    .formatted(MarkedBatches.COLUMNS, MarkedBatches.JOIN);
    private static final String HAS_CANARY =
            """
            select exists (select from transfer_log
                           where transfer_id = :canaryId and kind = 'CANARY' and outcome = 'DENY')
            """;

    private final JdbcClient jdbc;
    private final MarkedBatches batches;

    LogTable(JdbcClient jdbc, MarkedBatches batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @throws LogDamaged when it is not what a gateway decided on that transfer */
    Optional<RecordedDecision> findDecision(UUID transferId) {
        return jdbc.sql(FIND_DECISION)
                .param("transferId", transferId)
                .query((row, number) -> decision(row, transferId))
                .optional();
    }

    private RecordedDecision decision(ResultSet row, UUID transferId) throws SQLException {
        JsonNode entry = batches.entry(row);
        if (!LogKind.DECISION.name().equals(entry.path("kind").asText())
                || !transferId.toString().equals(entry.path("transferId").asText())) {
            throw new LogDamaged(row.getInt("shard"), row.getLong("position"), null);
        }
        return DecisionReader.read(entry);
    }

    boolean hasCanary(UUID canaryId) {
        return jdbc.sql(HAS_CANARY)
                .param("canaryId", canaryId)
                .query(Boolean.class)
                .single();
    }
}
