package nl.sluiswachter.transferlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table log_pending: entries written in the transaction of what they tell, which have no place in a shard yet. */
final class PendingTable {

    private static final String INSERT =
            """
            insert into log_pending (entry_id, recorded_at, kind, transfer_id, sender, reason, seed, entry, entry_hash,
                                     subjects, mark)
            values (:id, :at, :kind, :transferId, :sender, :reason, :seed, :entry, :hash, cast(:subjects as uuid[]), :mark)
            """;
    // One instance at a time; who comes second leaves it to the first. Who gets past that finds nothing to forget. A
    // kind that this version does not know is left to the newer one that wrote it.
    private static final String OLDEST =
            """
            with turn as materialized (
              select pg_try_advisory_xact_lock(hashtextextended('log_pending', 0)) as mine)
            select p.* from log_pending p, turn where mine and kind = any(:kinds)
             order by entry_id limit :most offset :from
            """;
    private static final String LONGEST =
            "select * from log_pending where kind = any(:kinds) order by written_at limit :most";
    private static final String OF_KIND = "select * from log_pending where kind = :kind order by entry_id limit :most";
    private static final String FORGET = "select forget_placed_log_events(:shard, :first, :last)";

    /** More than these are not looked through for one that a gateway wrote. */
    private static final int PASSED_OVER = 4_096;
    /** People make those that are asked for by their kind, and none waits for longer than a second: more of them would fill the memory. */
    private static final int MOST_OF_KIND = 256;

    private final JdbcClient jdbc;
    private final LogMark mark;

    PendingTable(JdbcClient jdbc, LogMark mark) {
        this.jdbc = jdbc;
        this.mark = mark;
    }

    void insert(EntryRow row) {
        jdbc.sql(INSERT)
                .param("id", row.entryId())
                .param("at", row.at())
                .param("kind", row.kind().name())
                .param("transferId", row.transferId().orElse(null))
                .param("sender", row.sender().orElse(null))
                .param("reason", row.reason().orElse(null))
                .param("seed", row.seed().orElse(null), Types.BINARY)
                .param("entry", row.content().entry())
                .param("hash", row.content().hash())
                .param("subjects", SqlArray.of("uuid", row.subjects(), subject -> subject.key()
                        .value()))
                .param("mark", mark.ofEvent(row))
                .update();
    }

    /**
     * The oldest behind the first so many, in the order in which they were made. Those that no gateway wrote are passed over and
     * stay: {@link ForgedEvents} tells of them. Some thousands of them keep no other waiting.
     *
     * @param now by the clock of the gateway
     */
    List<EntryRow> oldest(int most, int behind, Instant now) {
        int wanted = behind + most;
        List<EntryRow> ours = new ArrayList<>();
        int page = wanted;
        for (int from = 0; ours.size() < wanted && from < PASSED_OVER; from += page, page *= 2) {
            List<Optional<EntryRow>> read = kinds(OLDEST)
                    .param("most", page)
                    .param("from", from)
                    .query((row, number) -> ours(row, now))
                    .list();
            read.stream().flatMap(Optional::stream).forEach(ours::add);
            if (read.size() < page) {
                break;
            }
        }
        return ours.stream().skip(behind).limit(most).toList();
    }

    /** Whether there is one that no gateway wrote, among so many that wait longest. */
    boolean hasForged(int most, Instant now) {
        return kinds(LONGEST).param("most", most).query((row, number) -> ours(row, now)).list().stream()
                .anyMatch(Optional::isEmpty);
    }

    /**
     * Those of a kind that a gateway wrote, in the order in which they were made; not what only the database tells.
     *
     * @throws IllegalStateException when more wait than can be looked through, whoever wrote them
     */
    List<EntryRow> marked(LogKind kind) {
        Instant now = Instant.MIN; // by which the database told nothing yet
        List<Optional<EntryRow>> waiting = jdbc.sql(OF_KIND)
                .param("kind", kind.name())
                .param("most", MOST_OF_KIND + 1)
                .query((row, number) -> ours(row, now))
                .list();
        if (waiting.size() > MOST_OF_KIND) {
            throw new IllegalStateException(
                    "More than " + MOST_OF_KIND + " events " + kind + " wait for their place in the log");
        }
        return waiting.stream().flatMap(Optional::stream).toList();
    }

    private JdbcClient.StatementSpec kinds(String sql) {
        return jdbc.sql(sql).param("kinds", SqlArray.of("text", List.of(LogKind.values()), LogKind::name));
    }

    /** Empty when neither a gateway wrote it nor the database told it. */
    private Optional<EntryRow> ours(ResultSet row, Instant now) throws SQLException {
        try {
            EntryRow entry = row(row);
            return isOurs(entry, row, now) ? Optional.of(entry) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty(); // the table refuses what cannot be read, unless its owner took that away
        }
    }

    private boolean isOurs(EntryRow entry, ResultSet row, Instant now) throws SQLException {
        boolean ours = entry.kind() == LogKind.DESTRUCTION
                ? ToldByDatabase.is(entry, now)
                : Arrays.equals(mark.ofEvent(entry), row.getBytes("mark"));
        return ours && Arrays.equals(entry.content().hash(), row.getBytes("entry_hash"));
    }

    /**
     * Those that are the newest batch of a shard wait no more. The database looks whether they are.
     *
     * @param after the shard with them
     * @throws IllegalStateException when it did not find each of them where it waited
     */
    void forget(Shard after, int placed) {
        int forgotten = jdbc.sql(FORGET)
                .param("shard", after.id())
                .param("first", after.next() - placed)
                .param("last", after.next() - 1)
                .query(Integer.class)
                .single();
        if (forgotten != placed) {
            throw new IllegalStateException(
                    "Of " + placed + " events that got a place, " + forgotten + " waited for it");
        }
    }

    private static EntryRow row(ResultSet row) throws SQLException {
        UUID[] subjects = (UUID[]) row.getArray("subjects").getArray();
        return new EntryRow(
                row.getObject("entry_id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                LogKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("transfer_id", UUID.class)),
                Optional.ofNullable(row.getString("sender")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Stream.ofNullable(row.getString("reason")).toList(),
                Optional.ofNullable(row.getBytes("seed")),
                Content.of(row.getBytes("entry")),
                Arrays.stream(subjects)
                        .map(key -> new EntryRow.Subject("", new SubjectKey(key)))
                        .toList(),
                EntryRow.Handles.NONE);
    }
}
