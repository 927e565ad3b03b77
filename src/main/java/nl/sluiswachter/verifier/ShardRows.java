package nl.sluiswachter.verifier;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;

/**
 * Entries of one shard as they are stored, in the order of their positions, with the reasons they are found by besides, and with their
 * subjects where these are asked for.
 */
final class ShardRows implements Closeable {

    private static final int FETCH = 1_000;
    private static final String COLUMNS =
            """
            select l.shard, l.position, l.entry, l.seed, l.recorded_at, l.kind, l.transfer_id, l.sender, l.receiver,
                   l.exchange_type, l.outcome, l.reason, l.transaction_id, l.trace_id, l.case_key,
                   coalesce(l.entry_id, '00000000-0000-0000-0000-000000000000') entry_id, coalesce(l.entry_hash, '') entry_hash
            """;
    private static final String OF_SHARD =
            COLUMNS + " from transfer_log l where shard = ? and position between ? and ? order by position";
    private static final String SUBJECTS =
            """
            select position, person, subject_key, recorded_at from transfer_log_subject
             where shard = ? and position between ? and ? order by position, person, subject_key
            """;
    private static final String REASONS =
            """
            select position, reason, recorded_at from transfer_log_reason
             where shard = ? and position between ? and ? order by position, reason collate "C"
            """;
    /**
     * What stands behind the last leaf of its shard. Only what says that it is of the last minutes, in a batch of these minutes
     * behind that leaf, may wait for its own: by the clock of the database. Goes from shard to shard by the key ({@code offset 0} keeps PostgreSQL to that), so
     * that it reads no more than it finds.
     */
    private static final String WITHOUT_LEAF =
            """
            with recursive shards (shard) as (
              select min(shard) from transfer_log
              union all
              select (select min(l.shard) from transfer_log l where l.shard > s.shard)
                from shards s where s.shard is not null)
            """
                    + COLUMNS
                    + """
              from shards s
              left join unnest(?, ?) as tree (shard, next) on tree.shard = s.shard
             cross join lateral (select * from transfer_log l
                                  where l.shard = s.shard and l.position >= coalesce(tree.next, 0) offset 0) l
             where l.recorded_at not between now() - interval '5 minutes' and now() + interval '5 minutes'
                or not exists (select from log_batch b
                                where b.shard = l.shard and l.position between b.first_position and b.last_position
                                  and b.first_position >= coalesce(tree.next, 0)
                                  and b.written_at between now() - interval '5 minutes' and clock_timestamp())
             order by l.shard, l.position
            """;

    private final ResultSet rows;
    private final ResultSet reasons;
    private final ResultSet subjects;
    private boolean hasRow;
    private boolean hasReason;
    private boolean hasSubject;

    private ShardRows(ResultSet rows, ResultSet reasons, ResultSet subjects) throws SQLException {
        this.rows = rows;
        this.reasons = reasons;
        this.subjects = subjects;
        this.hasRow = rows.next();
        this.hasReason = reasons != null && reasons.next();
        this.hasSubject = subjects != null && subjects.next();
    }

    static ShardRows of(Connection connection, int shard, long first, long last, boolean withSubjects)
            throws SQLException {
        return new ShardRows(
                query(connection, OF_SHARD, shard, first, last),
                query(connection, REASONS, shard, first, last),
                withSubjects ? query(connection, SUBJECTS, shard, first, last) : null);
    }

    /** @param next of each shard, the first position without a leaf */
    static ShardRows withoutLeaf(Connection connection, Map<Integer, Long> next) throws SQLException {
        List<Integer> shards = List.copyOf(next.keySet());
        return new ShardRows(
                query(
                        connection,
                        WITHOUT_LEAF,
                        connection.createArrayOf("int4", shards.toArray()),
                        connection.createArrayOf(
                                "int8", shards.stream().map(next::get).toArray())),
                null,
                null);
    }

    private static ResultSet query(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement query = Database.prepared(connection, sql, parameters);
        query.closeOnCompletion();
        query.setFetchSize(FETCH);
        return query.executeQuery();
    }

    /** The next as the entry of this leaf; null when it stands behind this position, or there is none. */
    ExportedEntry next(long upTo, long index) throws SQLException {
        if (!hasRow || rows.getLong("position") > upTo) {
            return null;
        }
        ExportedEntry entry = entry(index);
        hasRow = rows.next();
        return entry;
    }

    private ExportedEntry entry(long index) throws SQLException {
        long position = rows.getLong("position");
        byte[] stored = rows.getBytes("entry");
        List<ExportedEntry.Subject> about = subjects == null ? null : subjects(position);
        return stored == null
                ? new ExportedEntry(
                        index,
                        rows.getInt("shard"),
                        position,
                        null,
                        null,
                        null,
                        null,
                        time(),
                        kind(),
                        null,
                        null,
                        hash())
                : new ExportedEntry(
                        index,
                        rows.getInt("shard"),
                        position,
                        null,
                        stored,
                        about == null ? null : rows.getBytes("seed"),
                        about,
                        null,
                        null,
                        filed(),
                        null,
                        hash());
    }

    private List<ExportedEntry.Subject> subjects(long position) throws SQLException {
        List<ExportedEntry.Subject> about = new ArrayList<>();
        while (hasSubject && subjects.getLong("position") <= position) {
            if (subjects.getLong("position") == position) {
                about.add(new ExportedEntry.Subject(
                        subjects.getString("person"), subjects.getObject("subject_key", UUID.class), time(subjects)));
            }
            hasSubject = subjects.next();
        }
        return about;
    }

    /** As of another time than its entry no search finds one: that is as if it were not there. */
    private String otherReasons() throws SQLException {
        StringJoiner others = new StringJoiner(" ");
        for (; hasReason && reasons.getLong("position") <= rows.getLong("position"); hasReason = reasons.next()) {
            if (reasons.getLong("position") == rows.getLong("position")
                    && time(reasons).equals(time())) {
                others.add(reasons.getString("reason"));
            }
        }
        return others.length() == 0 ? null : others.toString();
    }

    private Filed filed() throws SQLException {
        return new Filed(
                rows.getObject("entry_id", UUID.class),
                kind(),
                time(),
                rows.getObject("transfer_id", UUID.class),
                rows.getString("sender"),
                rows.getString("receiver"),
                rows.getString("exchange_type"),
                rows.getString("outcome"),
                rows.getString("reason"),
                otherReasons(),
                rows.getObject("transaction_id", UUID.class),
                rows.getObject("trace_id", UUID.class),
                rows.getObject("case_key", UUID.class));
    }

    private byte[] hash() throws SQLException {
        return rows.getBytes("entry_hash");
    }

    private String kind() throws SQLException {
        return rows.getString("kind");
    }

    private String time() throws SQLException {
        return time(rows);
    }

    private static String time(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant().toString();
    }

    @Override
    public void close() throws IOException {
        try {
            rows.close();
            if (reasons != null) {
                reasons.close();
            }
            if (subjects != null) {
                subjects.close();
            }
        } catch (SQLException e) {
            throw Database.unreadable();
        }
    }
}
