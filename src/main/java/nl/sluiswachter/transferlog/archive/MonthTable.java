package nl.sluiswachter.transferlog.archive;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.entry.MalformedEntry;
import nl.sluiswachter.transferlog.entry.PackedEntry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The partitions of one month. Their names are made of the month, nothing else gets into the SQL. */
final class MonthTable {

    private static final int FETCH = 500;
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("'_y'uuuu'm'MM", Locale.ROOT);
    private static final List<String> PARENTS = List.of("transfer_log", "transfer_log_subject", "transfer_log_reason");

    private static final String STATE =
            """
            select relispartition as attached, pg_has_role(relowner, 'member') as own
              from pg_class where oid = to_regclass(:name)
            """;
    private static final String UNDESTROYED =
            """
            select count(*) from %s where destroyed_at is null and kind <> all (:kept)
            """;
    /** As the function that destroys entries looks at them. */
    private static final String HELD =
            """
            select count(*) from %1$s l
             where destroyed_at is null and kind <> all (:kept) and exists (
               select from log_hold_in_force h
                where h.transfer_id = l.transfer_id or h.case_key = l.case_key
                   or h.scope = 'PERIOD' and (h.exchange_type is null or h.exchange_type = l.exchange_type)
                                         and (h.from_at is null or h.from_at <= l.recorded_at)
                                         and (h.until_at is null or l.recorded_at < h.until_at)
                   or h.scope = 'SUBJECT' and exists (select from %2$s s
                                                       where s.shard = l.shard and s.position = l.position
                                                         and s.subject_key = any (h.subjects)))
            """;

    private static final String LINES =
            """
            select log_leaf(l.shard, l.position) as leaf, l.shard, l.position, l.recorded_at, l.kind, l.entry,
                   l.entry_hash, l.seed,
                   jsonb_strip_nulls(to_jsonb(l) - array['shard', 'position', 'recorded_at', 'kind', 'entry',
                                                         'entry_hash', 'seed']
                                     || jsonb_build_object('other_reasons', given.reasons))::text as columns,
                   about.persons, about.keys
              from %1$s l
              left join lateral (select array_agg(s.person order by s.person, s.subject_key) persons,
                                        array_agg(s.subject_key order by s.person, s.subject_key) keys
                                   from %2$s s
                                  where s.shard = l.shard and s.position = l.position
                                    and s.recorded_at = l.recorded_at) about on true
              left join lateral (select string_agg(r.reason, ' ' order by r.reason collate "C") reasons
                                   from %3$s r
                                  where r.shard = l.shard and r.position = l.position
                                    and r.recorded_at = l.recorded_at) given on true
             order by leaf
            """;

    private final JdbcClient jdbc;
    private final YearMonth month;
    private final RestoredTable restored;

    MonthTable(DataSource source, YearMonth month) {
        JdbcTemplate template = new JdbcTemplate(source);
        template.setFetchSize(FETCH);
        this.jdbc = JdbcClient.create(template);
        this.month = month;
        this.restored = new RestoredTable(jdbc, PARENTS.stream().map(this::name).toList());
    }

    YearMonth month() {
        return month;
    }

    /**
     * What is there of the month.
     *
     * @param attached whether it is a part of the log now
     * @param own whether this role owns it
     */
    record State(boolean attached, boolean own) {}

    Optional<State> state() {
        return jdbc.sql(STATE)
                .param("name", name(PARENTS.get(0)))
                .query(State.class)
                .optional();
    }

    /** Nobody places a hold until the transaction ends, which should be soon. */
    void lockHolds() {
        jdbc.sql("lock table log_hold in share mode").update();
    }

    /** Nobody changes anything in it until the transaction ends. */
    void lock() {
        PARENTS.forEach(parent ->
                jdbc.sql("lock table " + name(parent) + " in share mode").update());
    }

    /** Entries that say what somebody's term is running for. */
    long undestroyed() {
        return count(UNDESTROYED);
    }

    /** Those of them that may not be destroyed because somebody placed a hold. */
    long held() {
        return count(HELD);
    }

    private long count(String sql) {
        return jdbc.sql(sql.formatted(name(PARENTS.get(0)), name(PARENTS.get(1))))
                .param("kept", LogKind.kept(LogKind.Keeping.FOREVER).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** How many there are. */
    long count() {
        return jdbc.sql("select count(*) from " + name(PARENTS.get(0)))
                .query(Long.class)
                .single();
    }

    /** All of it, in the order of the leaves. */
    void read(Consumer<ArchivedLine> line) {
        try (Stream<ArchivedLine> lines =
                jdbc
                        .sql(LINES.formatted(PARENTS.stream().map(this::name).toArray()))
                        .query(MonthTable::line)
                        .stream()) {
            lines.forEach(line);
        }
    }

    /** Takes it out of the log; its tables stay beside it. Keeps everybody waiting. */
    void detach() {
        PARENTS.forEach(parent -> jdbc.sql("alter table " + parent + " detach partition " + name(parent))
                .update());
    }

    /** Has the tables beside the log hold entries of the month only, so that attaching them need not look. */
    void bind() {
        PARENTS.forEach(parent -> jdbc.sql(
                        "alter table %s add constraint month check (recorded_at >= '%s' and recorded_at < '%s')"
                                .formatted(name(parent), start(month), start(month.plusMonths(1))))
                .update());
    }

    /** Puts bound tables that stand beside the log back into it. Keeps everybody waiting. */
    void attach() {
        PARENTS.forEach(parent -> jdbc.sql(
                        """
                        alter table %1$s attach partition %2$s for values from ('%3$s') to ('%4$s');
                        alter table %2$s drop constraint month
                        """
                                .formatted(parent, name(parent), start(month), start(month.plusMonths(1))))
                .update());
    }

    /** Makes empty ones beside the log. */
    void create() {
        PARENTS.forEach(parent -> jdbc.sql("create table " + name(parent) + " (like " + parent + " including all)")
                .update());
    }

    /** Puts an entry into a table beside the log. */
    void insert(ArchivedLine line) {
        restored.insert(line);
    }

    /** For good. */
    void drop() {
        PARENTS.forEach(parent -> jdbc.sql("drop table " + name(parent)).update());
    }

    private String name(String parent) {
        return parent + SUFFIX.format(month);
    }

    private static String start(YearMonth month) {
        return month + "-01T00:00:00Z";
    }

    private static ArchivedLine line(ResultSet row, int number) throws SQLException {
        Long leaf = row.getObject("leaf", Long.class);
        if (leaf == null) {
            throw new ArchiveRefused("An entry of that month has no leaf in the tree: verify the log.");
        }
        byte[] stored = row.getBytes("entry");
        return new ArchivedLine(
                leaf,
                row.getInt("shard"),
                row.getLong("position"),
                stored == null ? null : unpacked(stored),
                row.getBytes("seed"),
                subjects(row.getArray("persons"), row.getArray("keys")),
                row.getObject("recorded_at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant()
                        .toString(),
                row.getString("kind"),
                row.getBytes("entry_hash"),
                row.getString("columns"));
    }

    private static List<ArchivedLine.Subject> subjects(Array persons, Array keys) throws SQLException {
        List<ArchivedLine.Subject> subjects = new ArrayList<>();
        if (persons == null) {
            return subjects;
        }
        String[] names = (String[]) persons.getArray();
        UUID[] ids = (UUID[]) keys.getArray();
        for (int i = 0; i < names.length; i++) {
            subjects.add(new ArchivedLine.Subject(names[i], ids[i]));
        }
        return subjects;
    }

    private static byte[] unpacked(byte[] stored) {
        try {
            return PackedEntry.unpack(stored);
        } catch (MalformedEntry e) {
            throw new ArchiveRefused("An entry of that month is damaged: verify the log.");
        }
    }
}
