package nl.sluiswachter.transferlog.tree;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.NoteSignature;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table log_checkpoint: checkpoints as they were published. Each is read with the cosignatures it has by now. */
public final class CheckpointTable {

    private static final String COSIGNED =
            """
            select l.epoch, l.size, l.note, (select array_agg(c.line order by c.witness) from log_cosignature c
                                              where c.epoch = l.epoch and c.size = l.size) lines
              from log_checkpoint l
            """;
    /** Whatever stands there that is larger than the tree was not published. Of a few, since one may be damaged. */
    private static final String NEWEST =
            """
             where (l.epoch, l.size) <= (select epoch, size from log_tree)
             order by l.epoch desc, l.size desc limit 8
            """;

    private static final String PUBLISHED = "select l.note, null::text[] lines from log_checkpoint l" + NEWEST;
    private static final String HEAD = "select l.size, l.published_at from log_checkpoint l" + NEWEST;
    private static final String LATEST = COSIGNED + NEWEST;
    private static final String NOTE = "select note from log_checkpoint where epoch = :epoch and size = :size";
    private static final String WITNESSED = COSIGNED
            + """
             where (l.epoch, l.size) = (
                select epoch, size from log_cosignature
                 where epoch = (select epoch from log_tree)
                   and size <= (select size from log_tree)
                 group by epoch, size having count(*) >= :quorum
                 order by epoch desc, size desc limit 1)
            """;
    private static final String HEADS =
            """
            select note, lines from (select 1 choice, seen.* from (%s) seen union all select 2, made.* from (%s) made) head
             order by choice, epoch desc, size desc
            """
                    .formatted(WITNESSED, LATEST);
    private static final String MONTHLY = COSIGNED
            + """
             where (l.epoch, l.size) in (
                select distinct on (date_trunc('month', min(cosigned_at), 'UTC')) epoch, size
                  from log_cosignature group by epoch, size having count(*) >= :quorum
                 order by date_trunc('month', min(cosigned_at), 'UTC'), epoch, size)
             order by l.epoch, l.size
            """;
    private static final String PUBLISHED_AT =
            "select published_at from log_checkpoint where size = :size order by epoch desc limit 1";
    private static final String UP_TO =
            """
            select note, null::text[] lines from log_checkpoint
             where epoch = :epoch and size <= :size order by size desc limit 1
            """;
    private static final String OF_SIZE =
            COSIGNED + "where l.size = :size and l.epoch <= (select epoch from log_tree) order by l.epoch desc";
    private static final String THIN = "select thin_log_checkpoints(:most)";
    private static final String STORE =
            """
            insert into log_checkpoint (epoch, size, published_at, note) values (:epoch, :size, :at, :note)
                on conflict (epoch, size) do update set published_at = excluded.published_at, note = excluded.note
            """;

    private final JdbcClient jdbc;

    public CheckpointTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest as it was published, without cosignatures; empty before the first. */
    public Optional<SignedCheckpoint> published() {
        return newest(PUBLISHED);
    }

    /**
     * How far the log was published.
     *
     * @param size number of entries
     */
    public record Head(long size, Instant publishedAt) {}

    /** The newest; empty before the first. */
    public Optional<Head> head() {
        return jdbc
                .sql(HEAD)
                .query((row, number) -> new Head(
                        row.getLong("size"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .findFirst();
    }

    /** The newest of an epoch with at most so many leaves, as it was published. */
    Optional<SignedCheckpoint> upTo(int epoch, long size) {
        return first(jdbc.sql(UP_TO)
                .param("epoch", epoch)
                .param("size", size)
                .query(CheckpointTable::readable)
                .list());
    }

    /** The newest; empty before the first. */
    public Optional<SignedCheckpoint> latest() {
        return newest(LATEST);
    }

    /** What stands for the head of this tree, whether it is one or not. */
    Optional<byte[]> note(TreeState tree) {
        return jdbc.sql(NOTE)
                .param("epoch", tree.epoch())
                .param("size", tree.size())
                .query(byte[].class)
                .optional();
    }

    private Optional<SignedCheckpoint> newest(String sql) {
        return first(jdbc.sql(sql).query(CheckpointTable::readable).list());
    }

    private static Optional<SignedCheckpoint> first(List<Optional<SignedCheckpoint>> found) {
        return found.stream().flatMap(Optional::stream).findFirst();
    }

    /** When the one of this size was published, of the newest epoch that has one. */
    public Optional<Instant> publishedAt(long size) {
        return jdbc.sql(PUBLISHED_AT)
                .param("size", size)
                .query((row, number) -> row.getTimestamp("published_at").toInstant())
                .optional();
    }

    /** The one of this size, of the newest epoch that has one. */
    public Optional<SignedCheckpoint> ofSize(long size) {
        return first(jdbc.sql(OF_SIZE)
                .param("size", size)
                .query(CheckpointTable::readable)
                .list());
    }

    /** The newest of the present epoch that at least so many witnesses cosigned; the number is at least 1. */
    public Optional<SignedCheckpoint> witnessed(int quorum) {
        return first(jdbc.sql(WITNESSED)
                .param("quorum", quorum)
                .query(CheckpointTable::readable)
                .list());
    }

    /** What enough witnesses saw last, then the newest few: one question for whoever takes the first that serves. */
    public List<SignedCheckpoint> heads(int quorum) {
        return jdbc.sql(HEADS).param("quorum", quorum).query(CheckpointTable::readable).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Of each month the first that at least so many witnesses cosigned in it, of all epochs. */
    public List<SignedCheckpoint> witnessedMonthly(int quorum) {
        return jdbc.sql(MONTHLY).param("quorum", quorum).query(CheckpointTable::readable).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    void store(TreeState tree, SignedCheckpoint checkpoint, Instant at) {
        jdbc.sql(STORE)
                .param("epoch", tree.epoch())
                .param("size", tree.size())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("note", checkpoint.bytes())
                .update();
    }

    /** Lets old ones go, but for one an hour; how many went. */
    public int thin(int most) {
        return jdbc.sql(THIN).param("most", most).query(Integer.class).single();
    }

    /** Empty when it is damaged: another serves until the head is signed again. */
    private static Optional<SignedCheckpoint> readable(ResultSet row, int number) throws SQLException {
        try {
            SignedCheckpoint signed = SignedCheckpoint.parse(row.getBytes("note"));
            Array lines = row.getArray("lines");
            for (String line : lines == null ? new String[0] : (String[]) lines.getArray()) {
                signed = with(signed, line);
            }
            return Optional.of(signed);
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    /** With one signature more; without, when that is none: who may write one spoils no checkpoint with it. */
    private static SignedCheckpoint with(SignedCheckpoint signed, String line) {
        try {
            return signed.with(NoteSignature.parseLines(line.getBytes(StandardCharsets.UTF_8)));
        } catch (Malformed e) {
            return signed;
        }
    }
}
