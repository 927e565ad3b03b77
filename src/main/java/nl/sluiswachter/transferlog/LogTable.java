package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables transfer_log and transfer_log_subject: insert and select only. */
final class LogTable {

    private static final String INSERT =
            """
            insert into transfer_log (entry_id, recorded_at, kind, transfer_id, sender, receiver, exchange_type,
                                      outcome, reason, entry, entry_hash)
            values (:entryId, :recordedAt, :kind, :transferId, :sender, :receiver, :exchangeType,
                    :outcome, :reason, :entry, :hash)
            """;
    private static final String INSERT_SUBJECT =
            "insert into transfer_log_subject (entry_id, person, subject_key) values (:entryId, :person, :subjectKey)";
    private static final String FIND_DECISION =
            """
            select transfer_id, recorded_at, sender, receiver, exchange_type, outcome, entry
            from transfer_log
            where transfer_id = :transferId and kind = 'DECISION'
            """;
    private static final String HAS_CANARY =
            """
            select exists (select from transfer_log
                           where transfer_id = :canaryId and kind = 'CANARY' and outcome = 'DENY')
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json = new ObjectMapper();

    LogTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns that are searched; each also stands in the entry. */
    record Row(
            UUID entryId,
            OffsetDateTime recordedAt,
            LogKind kind,
            UUID transferId,
            String sender,
            String receiver,
            String exchangeType,
            String outcome,
            String reason) {}

    void insert(Row row, byte[] entry, byte[] hash) {
        jdbc.sql(INSERT)
                .param("entryId", row.entryId())
                .param("recordedAt", row.recordedAt())
                .param("kind", row.kind().name())
                .param("transferId", row.transferId())
                .param("sender", row.sender())
                .param("receiver", row.receiver())
                .param("exchangeType", row.exchangeType())
                .param("outcome", row.outcome())
                .param("reason", row.reason())
                .param("entry", entry)
                .param("hash", hash)
                .update();
    }

    /** @param person the person's ref in the message; empty for an event about one person */
    void insertSubject(UUID entryId, String person, SubjectKey key) {
        jdbc.sql(INSERT_SUBJECT)
                .param("entryId", entryId)
                .param("person", person)
                .param("subjectKey", key.value())
                .update();
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
                .query((rows, number) -> entry(rows.getBytes("entry")))
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
                entry(row.getBytes("entry")).path("policyVersion").asText());
    }

    private JsonNode entry(byte[] bytes) {
        try {
            return json.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A log entry is not JSON", e);
        }
    }
}
