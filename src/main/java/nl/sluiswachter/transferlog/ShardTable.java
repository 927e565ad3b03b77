package nl.sluiswachter.transferlog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables log_shard and log_batch. */
final class ShardTable {

    private static final String OPEN = "insert into log_shard (started_at) values (:at) returning shard";
    private static final String INSERT_BATCH = "select append_log_batch(:shard, :first, :last, :at, :previous, :hash)";

    private final JdbcClient jdbc;

    ShardTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new shard, that nobody else writes. */
    Shard open(Instant at) {
        return Shard.opened(
                jdbc.sql(OPEN).param("at", utc(at)).query(Integer.class).single());
    }

    /**
     * What brought the shard from one state to the next.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when the shard is not in that state: nobody but this
     *     instance may write it
     */
    void insertBatch(Shard before, Shard after, Instant at) {
        jdbc.sql(INSERT_BATCH)
                .param("shard", before.id())
                .param("first", before.next())
                .param("last", after.next() - 1)
                .param("at", utc(at))
                .param("previous", before.hash())
                .param("hash", after.hash())
                .query((row, number) -> true)
                .single();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
