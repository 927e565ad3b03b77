package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Tables transfer_log, transfer_log_subject and transfer_log_reason: insert and select only. */
final class LogTable {

    private static final String INSERT =
            """
            insert into transfer_log (shard, position, entry_id, recorded_at, kind, transfer_id, sender, receiver,
                                      exchange_type, outcome, reason, seed, entry, entry_hash, case_key, transaction_id, trace_id)
            select :shard, :first + n - 1, entry_id, recorded_at, kind, transfer_id, sender, receiver,
                   exchange_type, outcome, reason, seed, entry, entry_hash, case_key, transaction_id, trace_id
              from unnest(:ids, :times, :kinds, :transfers, :senders, :receivers, :types, :outcomes, :reasons,
                          :seeds, :entries, :hashes, :cases, :transactions, :traces)
                   with ordinality as t (entry_id, recorded_at, kind, transfer_id, sender, receiver, exchange_type,
                                         outcome, reason, seed, entry, entry_hash, case_key, transaction_id, trace_id, n)
            """;
    private static final String INSERT_SUBJECTS =
            """
            insert into transfer_log_subject (subject_key, recorded_at, shard, position, person)
            select subject_key, recorded_at, :shard, position, person
              from unnest(:keys, :times, :positions, :persons) as t (subject_key, recorded_at, position, person)
            """;
    private static final String INSERT_REASONS =
            """
            insert into transfer_log_reason (reason, recorded_at, shard, position)
            select reason, recorded_at, :shard, position
              from unnest(:reasons, :times, :positions) as t (reason, recorded_at, position)
            """;
    private static final String FIND_DECISION =
            """
            select transfer_id, recorded_at, sender, receiver, exchange_type, outcome, entry, shard, position
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

    /** Gives the entries consecutive positions from {@code first} on. */
    void insert(int shard, long first, List<EntryRow> rows) {
        jdbc.sql(INSERT)
                .param("shard", shard)
                .param("first", first)
                .param("ids", SqlArray.of("uuid", rows, EntryRow::entryId))
                .param("times", SqlArray.of("timestamptz", rows, EntryRow::at))
                .param("kinds", SqlArray.of("text", rows, row -> row.kind().name()))
                .param("transfers", optional("uuid", rows, EntryRow::transferId))
                .param("senders", optional("text", rows, EntryRow::sender))
                .param("receivers", optional("text", rows, EntryRow::receiver))
                .param("types", optional("text", rows, EntryRow::exchangeType))
                .param("outcomes", optional("text", rows, EntryRow::outcome))
                .param("reasons", optional("text", rows, EntryRow::reason))
                .param("seeds", SqlArray.bytes(rows, row -> row.seed().orElse(null)))
                .param("entries", SqlArray.bytes(rows, row -> row.content().packed()))
                .param("hashes", SqlArray.bytes(rows, row -> row.content().hash()))
                .param("cases", optional("uuid", rows, row -> row.handles().caseKey()))
                .param("transactions", optional("uuid", rows, row -> row.handles()
                        .transaction()))
                .param("traces", optional("uuid", rows, row -> row.handles().trace()))
                .update();
        insertSubjects(shard, first, rows);
        insertReasons(shard, first, rows);
    }

    private void insertSubjects(int shard, long first, List<EntryRow> rows) {
        List<Mention> mentions = mentions(first, rows);
        if (mentions.isEmpty()) {
            return;
        }
        jdbc.sql(INSERT_SUBJECTS)
                .param("shard", shard)
                .param(
                        "keys",
                        SqlArray.of("uuid", mentions, m -> m.subject().key().value()))
                .param("times", SqlArray.of("timestamptz", mentions, m -> m.row()
                        .at()))
                .param("positions", SqlArray.of("bigint", mentions, Mention::position))
                .param("persons", SqlArray.of("text", mentions, m -> m.subject().person()))
                .update();
    }

    private record Mention(long position, EntryRow row, EntryRow.Subject subject) {}

    private static List<Mention> mentions(long first, List<EntryRow> rows) {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            EntryRow row = rows.get(i);
            long position = first + i;
            row.subjects().stream()
                    .distinct()
                    .map(subject -> new Mention(position, row, subject))
                    .forEach(mentions::add);
        }
        return mentions;
    }

    private void insertReasons(int shard, long first, List<EntryRow> rows) {
        List<Given> given = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            EntryRow row = rows.get(i);
            long position = first + i;
            row.otherReasons().forEach(reason -> given.add(new Given(position, row, reason)));
        }
        if (given.isEmpty()) {
            return;
        }
        jdbc.sql(INSERT_REASONS)
                .param("shard", shard)
                .param("reasons", SqlArray.of("text", given, Given::reason))
                .param("times", SqlArray.of("timestamptz", given, one -> one.row()
                        .at()))
                .param("positions", SqlArray.of("bigint", given, Given::position))
                .update();
    }

    private record Given(long position, EntryRow row, String reason) {}

    private static SqlArrayValue optional(String type, List<EntryRow> rows, Function<EntryRow, Optional<?>> column) {
        return SqlArray.of(type, rows, row -> column.apply(row).orElse(null));
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
                .query((rows, number) -> StoredEntry.read(rows))
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
                StoredEntry.read(row).path("policyVersion").asText());
    }
}
