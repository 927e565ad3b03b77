package nl.sluiswachter.transferlog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables log_shard and log_batch. */
final class ShardTable {

    private static final String OPEN = "insert into log_shard (started_at) values (:at) returning shard";
    private static final String INSERT_BATCH =
            "select append_log_batch(:shard, :first, :last, :at, :previous, :mark, :hashes)";

    private final JdbcClient jdbc;
    private final LogMark mark;

    ShardTable(JdbcClient jdbc, LogMark mark) {
        this.jdbc = jdbc;
        this.mark = mark;
    }

    /** A new shard, that nobody else writes. */
    Shard open(Instant at) {
        return Shard.opened(
                jdbc.sql(OPEN).param("at", utc(at)).query(Integer.class).single());
    }

    /**
     * Adds a batch, and gives the shard with it.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when the shard is not in that state: nobody but this
     *     instance may write it
     */
    Shard insertBatch(Shard before, List<EntryRow> entries, Instant at) {
        byte[] hashes = Shard.hashes(entries);
        Shard after = before.with(hashes, mark);
        jdbc.sql(INSERT_BATCH)
                .param("shard", before.id())
                .param("first", before.next())
                .param("last", after.next() - 1)
                .param("at", utc(at))
                .param("previous", before.mark())
                .param("mark", after.mark())
                .param("hashes", hashes)
                .query((row, number) -> true)
                .single();
        return after;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
