package nl.sluiswachter.transferlog.tree;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table log_alarm, as who raises alarms sees it. */
final class AlarmTable {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmTable.class);
    private static final String INSERT =
            """
            insert into log_alarm (found_at, shard, position, finding)
            select :at, * from unnest(:shards, :positions, :findings)
                on conflict (shard, position, finding) where closed_at is null do nothing
            returning shard, position, finding
            """;

    private final JdbcClient jdbc;

    AlarmTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void raise(List<Suspicion> found, Instant at) {
        if (found.isEmpty()) {
            return;
        }
        List<Suspicion> raised = jdbc.sql(INSERT)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("shards", SqlArray.of("int4", found, Suspicion::shard))
                .param("positions", SqlArray.of("int8", found, Suspicion::position))
                .param("findings", SqlArray.of("text", found, one -> one.finding()
                        .name()))
                .query((row, number) -> new Suspicion(
                        row.getInt("shard"),
                        row.getLong("position"),
                        Suspicion.Finding.valueOf(row.getString("finding"))))
                .list();
        raised.forEach(one -> LOG.error(
                "The log was tampered with: {} in shard {} at position {}",
                one.finding(),
                one.shard(),
                one.position()));
    }
}
