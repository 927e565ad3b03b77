package nl.sluiswachter.transferlog.archive;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import nl.sluiswachter.transferlog.entry.PackedEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts entries of an archive into the tables of their month. */
final class RestoredTable {

    private static final String ENTRY =
            """
            insert into %s (shard, position, recorded_at, kind, entry, entry_hash, seed, entry_id, transfer_id,
                            sender, receiver, exchange_type, outcome, reason, case_key, transaction_id, trace_id,
                            destroyed_at)
            select :shard, :position, :at, :kind, :entry, :hash, :seed, c.entry_id, c.transfer_id, c.sender, c.receiver,
                   c.exchange_type, c.outcome, c.reason, c.case_key, c.transaction_id, c.trace_id, c.destroyed_at
              from jsonb_populate_record(null::transfer_log, cast(:columns as jsonb)) c
            """;
    private static final String SUBJECT =
            """
            insert into %s (subject_key, recorded_at, shard, position, person)
            values (:key, :at, :shard, :position, :person)
            """;

    private static final String REASONS =
            """
            insert into %s (reason, recorded_at, shard, position)
            select reason, :at, :shard, :position
              from string_to_table(cast(:columns as jsonb) ->> 'other_reasons', ' ') as reason
            """;

    private final JdbcClient jdbc;
    private final String entry;
    private final String subject;
    private final String reasons;

    /** @param tables of a month: of entries, subjects and reasons, by names as {@link MonthTable} makes them */
    RestoredTable(JdbcClient jdbc, List<String> tables) {
        this.jdbc = jdbc;
        this.entry = ENTRY.formatted(tables.get(0));
        this.subject = SUBJECT.formatted(tables.get(1));
        this.reasons = REASONS.formatted(tables.get(2));
    }

    void insert(ArchivedLine line) {
        OffsetDateTime at = line.at().atOffset(ZoneOffset.UTC);
        jdbc.sql(entry)
                .param("shard", line.shard())
                .param("position", line.position())
                .param("at", at)
                .param("kind", line.kind())
                .param("entry", line.entry() == null ? null : PackedEntry.pack(line.entry()), Types.BINARY)
                .param("hash", line.leaf().entry().bytes())
                .param("seed", line.seed(), Types.BINARY)
                .param("columns", line.columns())
                .update();
        line.subjects().forEach(about -> jdbc.sql(subject)
                .param("key", about.key())
                .param("at", at)
                .param("shard", line.shard())
                .param("position", line.position())
                .param("person", about.person())
                .update());
        jdbc.sql(reasons)
                .param("at", at)
                .param("shard", line.shard())
                .param("position", line.position())
                .param("columns", line.columns())
                .update();
    }
}
