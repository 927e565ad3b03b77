package nl.sluiswachter.transferlog.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads entries in the order of their leaves, a few hundred at a time. */
final class ExportTable {

    private static final int FETCH = 500;
    private static final String SUBJECTS =
            """
              left join lateral (select array_agg(s.person order by s.person, s.subject_key) persons,
                                        array_agg(s.subject_key order by s.person, s.subject_key) keys,
                                        array_agg(s.recorded_at order by s.person, s.subject_key) times
                                   from transfer_log_subject s
                                  where s.shard = l.shard and s.position = l.position) about on true
            """;
    private static final String BY_LEAF =
            """
            select r.first_index + l.position - r.first_position leaf, l.shard, l.position, l.entry,
                   l.recorded_at, l.kind, l.transfer_id, l.sender, l.receiver, l.exchange_type, l.outcome, l.reason,
                   l.transaction_id, l.trace_id, given.reasons,
                   coalesce(l.entry_id, '00000000-0000-0000-0000-000000000000') entry_id,
                   coalesce(l.entry_hash, '') entry_hash, %s
              from log_run r
              join transfer_log l on l.shard = r.shard
                                 and l.position >= r.first_position and l.position < r.first_position + r.entries
              left join lateral (select string_agg(g.reason, ' ' order by g.reason collate "C") reasons
                                   from transfer_log_reason g
                                  where g.shard = l.shard and g.position = l.position
                                    and g.recorded_at = l.recorded_at) given on true
              %s
             where r.first_index < :to
               and r.first_index >= coalesce((select max(first_index) from log_run where first_index <= :from), 0)
               and r.first_index + l.position - r.first_position between :from and :to - 1
             order by leaf
            """;
    /**
     * What stands where its shard has no leaves, as far as {@link #BY_LEAF} reads them: not more than the tree has, and no leaf of
     * two entries. Where they are not known of the middle of a shard, that says nothing of what comes behind. Only what stands
     * behind the last and says that it is of the last minutes, in a batch of these minutes behind that leaf, may wait for its own: by the clock of
     * the database. Gaps that are none go first: most runs follow on one another, and looking behind each would take the months of
     * the log times their number.
     */
    private static final String WITHOUT_LEAF =
            """
            with recursive shards (shard) as (
              select min(shard) from transfer_log
              union all
              select (select min(l.shard) from transfer_log l where l.shard > s.shard)
                from shards s where s.shard is not null),
            run as (
              select shard, first_position, first_position + least(entries,
                       lead(first_index, 1, cast(:size as bigint)) over (order by first_index) - first_index) as next
                from log_run where first_index >= 0 and first_index < :size),
            gap as (
              select shard, coalesce(max(next) over (partition by shard order by first_position
                       rows between unbounded preceding and 1 preceding), 0) as first, first_position as next, false as last
                from run
              union all
              select s.shard, coalesce(max(r.next), 0), 9223372036854775807, true
                from shards s left join run r on r.shard = s.shard group by s.shard)
            select 0 leaf, l.shard, l.position, l.entry, l.recorded_at, l.kind, l.transfer_id, l.sender, l.receiver,
                   l.exchange_type, l.outcome, l.reason, l.transaction_id, l.trace_id, null as reasons,
                   coalesce(l.entry_id, '00000000-0000-0000-0000-000000000000') entry_id,
                   coalesce(l.entry_hash, '') entry_hash, %s
              from gap g
             cross join lateral (select * from transfer_log l
                                  where l.shard = g.shard and l.position >= g.first and l.position < g.next offset 0) l
             where g.first < g.next
               and (not g.last
                or l.recorded_at not between now() - interval '5 minutes' and now() + interval '5 minutes'
                or not exists (select from log_batch b
                                where b.shard = l.shard and l.position between b.first_position and b.last_position
                                  and b.first_position >= g.first
                                  and b.written_at between now() - interval '5 minutes' and clock_timestamp()))
             order by l.shard, l.position
            """;

    private static final String NONE =
            "null::bytea seed, null::uuid case_key, null::text[] persons, null::uuid[] keys, null::timestamptz[] times";

    private final JdbcClient jdbc;
    private final String byLeaf;

    /** @param withSubjects whether who entries are about is read too */
    ExportTable(JdbcTemplate template, boolean withSubjects) {
        template.setFetchSize(FETCH);
        this.jdbc = JdbcClient.create(template);
        this.byLeaf = withSubjects
                ? BY_LEAF.formatted("l.seed, l.case_key, about.persons, about.keys, about.times", SUBJECTS)
                : BY_LEAF.formatted(NONE, "");
    }

    /** Entries of the leaves from one index up to another; those that are gone are left out. */
    void read(long from, long to, Consumer<ExportedLine> line) {
        boolean about = byLeaf.contains("about.keys");
        try (Stream<ExportedLine> lines =
                jdbc
                        .sql(byLeaf)
                        .param("from", from)
                        .param("to", to)
                        .query((row, number) -> line(row, about))
                        .stream()) {
            lines.forEach(line);
        }
    }

    /**
     * Entries that no leaf is for.
     *
     * @param size of the tree
     */
    void readWithoutLeaf(long size, Consumer<ExportedLine> line) {
        try (Stream<ExportedLine> lines = jdbc
                .sql(WITHOUT_LEAF.formatted(NONE))
                .param("size", size)
                .query((row, number) -> line(row, false))
                .stream()) {
            lines.forEach(line);
        }
    }

    private static ExportedLine line(ResultSet row, boolean about) throws SQLException {
        byte[] stored = row.getBytes("entry");
        if (stored == null) {
            return destroyed(row);
        }
        return new ExportedLine(
                row.getLong("leaf"),
                row.getInt("shard"),
                row.getLong("position"),
                stored,
                row.getBytes("seed"),
                about ? subjects(row) : null,
                null,
                null,
                filed(row),
                row.getBytes("entry_hash"));
    }

    private static ExportedLine.Filed filed(ResultSet row) throws SQLException {
        return new ExportedLine.Filed(
                row.getString("entry_id"),
                row.getString("kind"),
                time(row),
                row.getString("transfer_id"),
                row.getString("sender"),
                row.getString("receiver"),
                row.getString("exchange_type"),
                row.getString("outcome"),
                row.getString("reason"),
                row.getString("reasons"),
                row.getString("transaction_id"),
                row.getString("trace_id"),
                row.getString("case_key"));
    }

    private static String time(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant().toString();
    }

    /** What is left of it. */
    private static ExportedLine destroyed(ResultSet row) throws SQLException {
        return new ExportedLine(
                row.getLong("leaf"),
                row.getInt("shard"),
                row.getLong("position"),
                null,
                null,
                null,
                time(row),
                row.getString("kind"),
                null,
                row.getBytes("entry_hash"));
    }

    private static List<ExportedLine.Subject> subjects(ResultSet row) throws SQLException {
        List<ExportedLine.Subject> subjects = new ArrayList<>();
        if (row.getArray("persons") != null) {
            String[] names = (String[]) row.getArray("persons").getArray();
            UUID[] ids = (UUID[]) row.getArray("keys").getArray();
            Timestamp[] times = (Timestamp[]) row.getArray("times").getArray();
            for (int i = 0; i < names.length; i++) {
                subjects.add(new ExportedLine.Subject(
                        names[i], ids[i], times[i].toInstant().toString()));
            }
        }
        return subjects;
    }
}
