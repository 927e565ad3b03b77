package nl.sluiswachter.transferlog;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table log_shard. */
final class ShardTable {

    private static final String OPEN = "insert into log_shard (started_at) values (:at) returning shard";

    private final JdbcClient jdbc;

    ShardTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new shard, that nobody else writes. */
    Shard open(Instant at) {
        return Shard.opened(jdbc.sql(OPEN)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single());
    }
}
