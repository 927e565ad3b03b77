package nl.sluiswachter.transferlog;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * What a batch writes of its entries: transfer_log, transfer_log_subject, transfer_log_reason and log_batch, in one statement, because
 * whoever waits alone waits for each answer of the database.
 */
final class BatchTable {

    private static final String INSERT =
            """
            with entries as (
                insert into transfer_log (shard, position, entry_id, recorded_at, kind, transfer_id, sender, receiver,
                                          exchange_type, outcome, reason, seed, entry, entry_hash, case_key, transaction_id,
                                          trace_id)
                select :shard, :first + n - 1, entry_id, recorded_at, kind, transfer_id, sender, receiver,
                       exchange_type, outcome, reason, seed, entry, entry_hash, case_key, transaction_id, trace_id
                  from unnest(:ids, :times, :kinds, :transfers, :senders, :receivers, :types, :outcomes, :reasons,
                              :seeds, :entries, :hashes, :cases, :transactions, :traces)
                       with ordinality as t (entry_id, recorded_at, kind, transfer_id, sender, receiver, exchange_type,
                                             outcome, reason, seed, entry, entry_hash, case_key, transaction_id, trace_id, n)),
            subjects as (
                insert into transfer_log_subject (subject_key, recorded_at, shard, position, person)
                select subject_key, recorded_at, :shard, position, person
                  from unnest(:keys, :mentionTimes, :mentionPositions, :persons)
                       as t (subject_key, recorded_at, position, person)),
            further as (
                insert into transfer_log_reason (reason, recorded_at, shard, position)
                select reason, recorded_at, :shard, position
                  from unnest(:furtherReasons, :furtherTimes, :furtherPositions) as t (reason, recorded_at, position))
            select append_log_batch(:shard, :first, :last, :at, :previous, :mark, :batchHashes)
            """;

    /** SQLSTATE: the batch follows on no other, there is no such shard, the place is taken. */
    private static final Set<String> OF_ANOTHER = Set.of("23000", "23503", "23505");

    private final JdbcClient jdbc;
    private final LogMark mark;

    BatchTable(JdbcClient jdbc, LogMark mark) {
        this.jdbc = jdbc;
        this.mark = mark;
    }

    /**
     * Gives the entries consecutive positions behind those of the shard, and gives the shard with them.
     *
     * @param at when, in microseconds
     * @throws org.springframework.dao.DataIntegrityViolationException when the shard is not in that state (nobody but this
     *     instance may write it; {@link #isOfAnother} tells), or the database refuses an entry
     */
    Shard insert(Shard before, List<EntryRow> entries, Instant at) {
        byte[] hashes = Shard.hashes(entries);
        Shard after = before.with(hashes, mark);
        Map<String, Object> values = new HashMap<>(ofEntries(entries));
        values.putAll(ofSubjects(before.next(), entries));
        values.putAll(ofReasons(before.next(), entries));
        values.put("shard", before.id());
        values.put("first", before.next());
        values.put("last", after.next() - 1);
        values.put("at", at.atOffset(ZoneOffset.UTC));
        values.put("previous", before.mark());
        values.put("mark", after.mark());
        values.put("batchHashes", hashes);
        jdbc.sql(INSERT).params(values).query((row, number) -> true).single();
        return after;
    }

    /** Whether somebody else wrote into the shard, and not an entry is at fault. */
    static boolean isOfAnother(DataIntegrityViolationException refused) {
        return refused.getMostSpecificCause() instanceof SQLException cause && OF_ANOTHER.contains(cause.getSQLState());
    }

    private static Map<String, Object> ofEntries(List<EntryRow> rows) {
        return Map.ofEntries(
                Map.entry("ids", SqlArray.of("uuid", rows, EntryRow::entryId)),
                Map.entry("times", SqlArray.of("timestamptz", rows, EntryRow::at)),
                Map.entry("kinds", SqlArray.of("text", rows, row -> row.kind().name())),
                Map.entry("transfers", optional("uuid", rows, EntryRow::transferId)),
                Map.entry("senders", optional("text", rows, EntryRow::sender)),
                Map.entry("receivers", optional("text", rows, EntryRow::receiver)),
                Map.entry("types", optional("text", rows, EntryRow::exchangeType)),
                Map.entry("outcomes", optional("text", rows, EntryRow::outcome)),
                Map.entry("reasons", optional("text", rows, EntryRow::reason)),
                Map.entry("seeds", SqlArray.bytes(rows, row -> row.seed().orElse(null))),
                Map.entry("entries", SqlArray.bytes(rows, row -> row.content().packed())),
                Map.entry("hashes", SqlArray.bytes(rows, row -> row.content().hash())),
                Map.entry("cases", optional("uuid", rows, row -> row.handles().caseKey())),
                Map.entry("transactions", optional("uuid", rows, row -> row.handles()
                        .transaction())),
                Map.entry("traces", optional("uuid", rows, row -> row.handles().trace())));
    }

    private static Map<String, Object> ofSubjects(long first, List<EntryRow> rows) {
        List<Line<EntryRow.Subject>> mentions =
                lines(first, rows, row -> row.subjects().stream().distinct());
        return Map.of(
                "keys", SqlArray.of("uuid", mentions, line -> line.what().key().value()),
                "mentionTimes",
                        SqlArray.of("timestamptz", mentions, line -> line.row().at()),
                "mentionPositions", SqlArray.of("bigint", mentions, Line::position),
                "persons", SqlArray.of("text", mentions, line -> line.what().person()));
    }

    private static Map<String, Object> ofReasons(long first, List<EntryRow> rows) {
        List<Line<String>> further = lines(first, rows, row -> row.otherReasons().stream());
        return Map.of(
                "furtherReasons", SqlArray.of("text", further, Line::what),
                "furtherTimes",
                        SqlArray.of("timestamptz", further, line -> line.row().at()),
                "furtherPositions", SqlArray.of("bigint", further, Line::position));
    }

    /** One of the things that an entry has many of. */
    private record Line<T>(long position, EntryRow row, T what) {}

    private static <T> List<Line<T>> lines(long first, List<EntryRow> rows, Function<EntryRow, Stream<T>> of) {
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMap(i -> of.apply(rows.get(i)).map(what -> new Line<>(first + i, rows.get(i), what)))
                .toList();
    }

    private static SqlArrayValue optional(String type, List<EntryRow> rows, Function<EntryRow, Optional<?>> column) {
        return SqlArray.of(type, rows, row -> column.apply(row).orElse(null));
    }
}
