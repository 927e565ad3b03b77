package nl.sluiswachter.delivery;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what does not get to its receiver; no party and no person is in it. */
public final class StuckMessages {

    /** Counted at most. */
    public static final int MOST = 1_000;

    private static final String COUNT =
            """
            select (select count(*) from (select from delivery where state = 'EXPIRED' and settled_at >= :since limit :most) x) expired,
                   (select count(*) from (select from delivery where state in ('QUEUED', 'DELIVERED')
                                             and expires_at between :now and :until limit :most) x) ending,
                   (select count(*) from (select from push_pause where until > :now limit :most) x) paused,
                   (select min(created_at) from delivery where state = 'QUEUED') oldest
            """;

    private final JdbcClient jdbc;

    StuckMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In one query.
     *
     * @param since from when on a message that was given up counts
     * @param until a message that will be given up before this moment counts
     */
    public Stuck count(Instant since, Instant now, Instant until) {
        return jdbc.sql(COUNT)
                .param("since", Timestamps.of(since))
                .param("now", Timestamps.of(now))
                .param("until", Timestamps.of(until))
                .param("most", MOST + 1)
                .query((row, number) -> new Stuck(
                        row.getLong("expired"),
                        row.getLong("ending"),
                        row.getLong("paused"),
                        Timestamps.optional(row, "oldest")))
                .single();
    }
}
