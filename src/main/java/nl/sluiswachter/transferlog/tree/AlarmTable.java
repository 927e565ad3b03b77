package nl.sluiswachter.transferlog.tree;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table log_alarm. */
final class AlarmTable {

    private static final String INSERT =
            """
            insert into log_alarm (found_at, shard, position, finding)
            select :at, * from unnest(:shards, :positions, :findings)
                on conflict do nothing
            """;
    private static final String COUNT = "select count(*) from log_alarm";

    private final JdbcClient jdbc;

    AlarmTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void raise(List<Suspicion> found, Instant at) {
        jdbc.sql(INSERT)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("shards", SqlArray.of("int4", found, Suspicion::shard))
                .param("positions", SqlArray.of("int8", found, Suspicion::position))
                .param("findings", SqlArray.of("text", found, one -> one.finding()
                        .name()))
                .update();
    }

    long count() {
        return jdbc.sql(COUNT).query(Long.class).single();
    }
}
