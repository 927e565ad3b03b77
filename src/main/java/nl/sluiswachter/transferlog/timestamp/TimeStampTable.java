package nl.sluiswachter.transferlog.timestamp;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.kernel.crypto.TimeStamps;
import nl.sluiswachter.transferlog.entry.Origin;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table log_timestamp. */
public final class TimeStampTable {

    private static final int NEWEST = 1_000;
    private static final String LAST =
            "select max(stamped_at) from log_timestamp where epoch = :epoch and stamped_at <= :latest";
    private static final String HAS = "select exists (select from log_timestamp where epoch = :epoch and size = :size)";
    private static final String STORE =
            """
            insert into log_timestamp (epoch, size, stamped_at, token) values (:epoch, :size, :at, :token)
                on conflict do nothing
            """;
    private static final String FIND = "select token from log_timestamp where size = :size order by epoch desc limit 1";
    private static final String LIST =
            "select size, stamped_at from log_timestamp order by epoch desc, size desc limit " + NEWEST;

    private final JdbcClient jdbc;

    public TimeStampTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stamp that can be fetched. */
    public record Stamped(long size, Instant at) {}

    /** The token on the checkpoint of this size, of the newest epoch that has one, DER; empty when none has. */
    public Optional<byte[]> find(long size) {
        return jdbc.sql(FIND).param("size", size).query(byte[].class).optional();
    }

    /** The newest, at most 1,000. */
    public List<Stamped> newest() {
        return jdbc.sql(LIST)
                .query((row, number) -> new Stamped(
                        row.getLong("size"),
                        row.getObject("stamped_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * When a checkpoint of the epoch was stamped last.
     *
     * @param latest what an authority can have said by now; what says more is no stamp
     */
    Optional<Instant> last(int epoch, Instant latest) {
        return jdbc.sql(LAST)
                .param("epoch", epoch)
                .param("latest", latest.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    boolean has(int epoch, long size) {
        return jdbc.sql(HAS)
                .param("epoch", epoch)
                .param("size", size)
                .query(Boolean.class)
                .single();
    }

    void store(Checkpoint checkpoint, TimeStamps.Stamp stamp) {
        jdbc.sql(STORE)
                .param("epoch", Origin.parse(checkpoint.origin()).orElseThrow().epoch())
                .param("size", checkpoint.size())
                .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                .param("token", stamp.token())
                .update();
    }
}
