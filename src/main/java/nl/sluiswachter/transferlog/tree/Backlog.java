package nl.sluiswachter.transferlog.tree;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluiswachter.transferlog.sql.Age;
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
    /** Behind the last leaf of each shard, whatever is said of how far it is: what is said can be changed beside the tree. */
    private static final String ENTRIES =
            """
            select coalesce(extract(epoch from clock_timestamp() - min(b.written_at)), 0)
              from log_shard s
              left join lateral (select r.first_position + r.entries as next from log_run r
                                  where r.shard = s.shard order by r.first_position desc limit 1) r on true
             cross join lateral (select l.position from transfer_log l
                                  where l.shard = s.shard and l.position >= coalesce(r.next, 0)
                                  order by l.position limit 1) l
             cross join lateral (select b.written_at from log_batch b
                                  where b.shard = s.shard and b.first_position <= l.position
                                  order by b.first_position desc limit 1) b
            """;

    private final JdbcClient jdbc;

    public Backlog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Age of the oldest event that has no place in a shard; 0 when none waits. */
    public Duration events() {
        return Age.of(jdbc, EVENTS);
    }

    /** Age of the oldest entry that has no leaf; 0 when none waits. */
    public Duration entries() {
        return Age.of(jdbc, ENTRIES);
    }

    /** What is wrong, in a few words; empty when nothing waits too long. */
    public Optional<String> complaint() {
        return Stream.of(events(), entries())
                .max(Comparator.naturalOrder())
                .flatMap(longest -> Age.complaint(longest, ALARMING));
    }
}
