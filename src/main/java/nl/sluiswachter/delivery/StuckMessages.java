package nl.sluiswachter.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What does not get to its receiver: how much, at whose door, and which. */
public final class StuckMessages {

    /** Counted and listed at most, of each {@link Stall}. */
    public static final int MOST = 1_000;

    private static final Duration BACK = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Duration LONG = Duration.ofDays(2);

    private static final String COUNT =
            """
            select (select count(*) from (select from delivery where %s limit :most) x) expired,
                   (select count(*) from (select from delivery where %s limit :most) x) ending,
                   (select count(*) from (select from push_pause where until > :now limit :most) x) paused,
                   (select min(created_at) from delivery where %s and exchange_type = any(:open)) oldest
            """
                    .formatted(Stall.EXPIRED.condition(), Stall.ENDING.condition(), Stall.WAITING.condition());

    private static final String TRANSFERS = "select transfer_id from delivery where %s order by created_at limit :most";

    private static final String RECEIVERS =
            """
            with stuck as (
                (select receiver, 1 as expired, 0 as ending, null::timestamptz as since from delivery
                  where %s and exchange_type = any(:open) limit :most)
                union all
                (select receiver, 0, 1, null from delivery
                  where %s and exchange_type = any(:open) limit :most)
                union all
                (select receiver, 0, 0, created_at from delivery
                  where %s and exchange_type = any(:open) order by created_at limit :most)
            ), counted as (
                select receiver, sum(expired) as expired, sum(ending) as ending, count(since) as waiting, min(since) as oldest
                  from stuck group by receiver
            )
            select coalesce(c.receiver, p.receiver) as receiver, coalesce(expired, 0) as expired, coalesce(ending, 0) as ending,
                   coalesce(waiting, 0) as waiting, oldest, until
              from counted c full join (select receiver, until from push_pause where until > :now) p on p.receiver = c.receiver
             order by until is null, coalesce(expired, 0) + coalesce(ending, 0) + coalesce(waiting, 0) desc, 1
             limit :receivers
            """
                    .formatted(Stall.EXPIRED.condition(), Stall.ENDING.condition(), Stall.WAITING.condition());

    private final JdbcClient jdbc;

    StuckMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In one query; no party and no person is in it.
     *
     * @param open exchange types of which it is said since when the oldest waits; all are counted
     */
    public Stuck count(Instant now, List<String> open) {
        return at(now, COUNT, MOST + 1)
                .param("open", SqlArray.of("text", open, type -> type))
                .query((row, number) -> new Stuck(
                        row.getLong("expired"),
                        row.getLong("ending"),
                        row.getLong("paused"),
                        Timestamps.optional(row, "oldest")))
                .single();
    }

    /** The transfers themselves, the oldest first and at most {@link #MOST}; also confidential ones. */
    public Set<UUID> transfers(Stall stall, Instant now) {
        return new HashSet<>(at(now, TRANSFERS.formatted(stall.condition()), MOST)
                .query(UUID.class)
                .list());
    }

    /**
     * Receivers that are left alone, then those with the most that does not get there.
     *
     * @param open exchange types that count
     * @param most receivers
     */
    public List<AtReceiver> receivers(Instant now, List<String> open, int most) {
        return at(now, RECEIVERS, MOST)
                .param("open", SqlArray.of("text", open, type -> type))
                .param("receivers", most)
                .query((row, number) -> new AtReceiver(
                        new Oin(row.getString("receiver")),
                        row.getLong("expired"),
                        row.getLong("ending"),
                        row.getLong("waiting"),
                        Timestamps.optional(row, "oldest"),
                        Timestamps.optional(row, "until")))
                .list();
    }

    /**
     * What does not get to one receiver.
     *
     * @param oldest since when the oldest of those that wait too long does
     * @param pausedUntil until when it is left alone
     */
    public record AtReceiver(
            Oin receiver,
            long expired,
            long ending,
            long waiting,
            Optional<Instant> oldest,
            Optional<Instant> pausedUntil) {}

    private JdbcClient.StatementSpec at(Instant now, String sql, int most) {
        return jdbc.sql(sql)
                .param("now", Timestamps.of(now))
                .param("week", Timestamps.of(now.minus(BACK)))
                .param("soon", Timestamps.of(now.plus(AHEAD)))
                .param("long", Timestamps.of(now.minus(LONG)))
                .param("most", most);
    }
}
