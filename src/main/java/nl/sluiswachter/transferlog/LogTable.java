package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table transfer_log, as decisions are found in it; {@link BatchTable} writes it. */
final class LogTable {

    private static final String FIND_DECISION =
            """
            select transfer_id, recorded_at, sender, receiver, exchange_type, outcome, entry, entry_hash, shard, position
            from transfer_log
            where transfer_id = :transferId and kind = 'DECISION'
            """;
    private static final String HAS_CANARY =
            """
            select exists (select from transfer_log
                           where transfer_id = :canaryId and kind = 'CANARY' and outcome = 'DENY')
            """;

    private final JdbcClient jdbc;

    LogTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LoggedTransfer> findDecision(UUID transferId) {
        return jdbc.sql(FIND_DECISION)
                .param("transferId", transferId)
                .query((rows, number) -> transfer(rows))
                .optional();
    }

    boolean hasCanary(UUID canaryId) {
        return jdbc.sql(HAS_CANARY)
                .param("canaryId", canaryId)
                .query(Boolean.class)
                .single();
    }

    /** The entry of the decision on a real transfer. */
    Optional<JsonNode> findEntry(UUID transferId) {
        return jdbc.sql(FIND_DECISION)
                .param("transferId", transferId)
                .query((rows, number) -> StoredEntry.readWhole(rows))
                .optional();
    }

    private LoggedTransfer transfer(ResultSet row) throws SQLException {
        return new LoggedTransfer(
                row.getObject("transfer_id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new Oin(row.getString("sender")),
                Optional.ofNullable(row.getString("receiver")).map(Oin::new),
                row.getString("exchange_type"),
                "PERMIT".equals(row.getString("outcome")),
                StoredEntry.readWhole(row).path("policyVersion").asText());
    }
}
