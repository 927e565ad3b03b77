package nl.sluiswachter.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code delivery} as a queue of pushes: any number of workers on any number of nodes, one lease per message. */
final class PushQueue {

    // One statement, so atomic without a surrounding transaction; materialized, so the limit is taken once.
    private static final String CLAIM =
            """
            with due as materialized (
              select transfer_id from delivery d
               where push and state = 'QUEUED' and due_at <= :now and expires_at > :now
                 and (claimed_until is null or claimed_until <= :now)
                 and not exists (select from push_pause p where p.receiver = d.receiver and p.until > :now)
            """
                    + DeliveryTable.CONSENTS_LAST
                    + """
               order by due_at limit :limit
               for update skip locked)
            update delivery set claimed_until = :until, attempts = attempts + 1
             where transfer_id in (select transfer_id from due)
            returning transfer_id, receiver, attempts, traceparent
            """;

    private static final String RENEW =
            """
            update delivery set claimed_until = :until
             where transfer_id = :id and state = 'QUEUED' and attempts = :attempt
               and claimed_until > :now and expires_at > :now
            """
                    + DeliveryTable.CONSENTS_LAST
                    + " returning *";

    private static final String POSTPONE =
            """
            update delivery set due_at = :due, claimed_until = null
             where transfer_id = :id and state = 'QUEUED' and attempts = :attempt
            """;

    private static final String OLDEST =
            "select created_at from delivery where state = 'QUEUED' order by created_at limit 1";

    private static final String DUE =
            "select count(*) from delivery where push and state = 'QUEUED' and due_at <= :now";

    private final JdbcClient jdbc;

    PushQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims due messages until the given instant. */
    List<Claim> claim(Instant now, Instant until, int limit) {
        return jdbc.sql(CLAIM)
                .param("now", Timestamps.of(now))
                .param("until", Timestamps.of(until))
                .param("limit", limit)
                .query(PushQueue::claim)
                .list();
    }

    /** Extends the lease, if the claim still holds and the message still waits. */
    Optional<Envelope> renew(Claim claim, Instant now, Instant until) {
        return jdbc.sql(RENEW)
                .param("id", claim.transferId())
                .param("attempt", claim.attempt())
                .param("now", Timestamps.of(now))
                .param("until", Timestamps.of(until))
                .query(DeliveryTable::envelope)
                .optional();
    }

    /** Gives the message back until it is due again; false when the claim no longer holds. */
    boolean postpone(Claim claim, Instant due) {
        return jdbc.sql(POSTPONE)
                        .param("id", claim.transferId())
                        .param("attempt", claim.attempt())
                        .param("due", Timestamps.of(due))
                        .update()
                == 1;
    }

    /** When the oldest message that nobody has yet was made. */
    Optional<Instant> oldest() {
        return jdbc.sql(OLDEST)
                .query((row, number) -> Timestamps.instant(row, "created_at"))
                .optional();
    }

    /** How many pushes wait or are under way now. */
    long due(Instant now) {
        return jdbc.sql(DUE).param("now", Timestamps.of(now)).query(Long.class).single();
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(
                row.getObject("transfer_id", UUID.class),
                new Oin(row.getString("receiver")),
                row.getInt("attempts"),
                row.getString("traceparent"));
    }
}
