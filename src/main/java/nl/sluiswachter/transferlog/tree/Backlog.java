package nl.sluiswachter.transferlog.tree;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the oldest of what is durable has been waiting for the tree, by the clock of the database. It needs no lock: whoever
 * keeps the integrator or the committer from their work by holding theirs is seen here.
 */
public final class Backlog {

    /** Longer than this something is wrong: a second is usual. */
    private static final Duration ALARMING = Duration.ofSeconds(30);

    private static final String EVENTS =
            "select coalesce(extract(epoch from clock_timestamp() - min(written_at)), 0) from log_pending";
    private static final String ENTRIES =
            """
            select coalesce(extract(epoch from clock_timestamp() - min(b.written_at)), 0)
              from log_shard s
              left join log_progress p on p.shard = s.shard
             cross join lateral (select b.written_at from log_batch b
                                  where b.shard = s.shard and b.first_position >= coalesce(p.next_position, 0)
                                  order by b.first_position limit 1) b
            """;

    private final JdbcClient jdbc;

    public Backlog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Age of the oldest event that has no place in a shard; 0 when none waits. */
    public Duration events() {
        return age(EVENTS);
    }

    /** Age of the oldest entry that has no leaf; 0 when none waits. */
    public Duration entries() {
        return age(ENTRIES);
    }

    /** What is wrong, in a few words; empty when nothing waits too long. */
    public Optional<String> complaint() {
        return Stream.of(events(), entries())
                .max(Comparator.naturalOrder())
                .filter(longest -> longest.compareTo(ALARMING) > 0)
                .map(longest -> "for " + longest.toSeconds() + " s; somebody may hold its lock");
    }

    private Duration age(String sql) {
        double seconds = jdbc.sql(sql).query(Double.class).single();
        return Duration.ofMillis(Math.max(0, Math.round(seconds * 1_000)));
    }
}
