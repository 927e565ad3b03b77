package nl.sluiswachter.transferlog.tree;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.sluiswachter.transferlog.entry.Follows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table log_epoch. */
final class EpochTable {

    private static final String FIND = "select follows from log_epoch where epoch = :epoch";
    private static final String INSERT =
            "insert into log_epoch (epoch, begun_at, follows) values (:epoch, :at, :follows)";

    private final JdbcClient jdbc;

    EpochTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an epoch follows; empty for the first. */
    Optional<Follows> follows(int epoch) {
        return jdbc.sql(FIND)
                .param("epoch", epoch)
                .query(String.class)
                .optional()
                .map(line -> Follows.parse(line)
                        .orElseThrow(() -> new IllegalStateException("What an epoch follows is damaged")));
    }

    void insert(int epoch, Follows follows, Instant at) {
        jdbc.sql(INSERT)
                .param("epoch", epoch)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("follows", follows.line())
                .update();
    }
}
