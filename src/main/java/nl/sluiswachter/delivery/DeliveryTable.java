package nl.sluiswachter.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Capacity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code delivery} as inbox, status and settlement see it; pushing is in {@link PushQueue}. */
final class DeliveryTable {

    /**
     * No consent under the message has run out; what did stands in {@code consent_term} until that is written down and
     * the message stopped.
     */
    static final String CONSENTS_LAST =
            """
             and not exists (select from consent_term t where t.consent_id = any(consents) and t.ends_at <= :now)
            """;

    // A message whose payload is gone (its consent was withdrawn after hand-over) is not handed out again.
    private static final String PAGE =
            """
            select d.* from delivery d join payload using (transfer_id)
             where receiver = :receiver and state in ('QUEUED', 'DELIVERED') and expires_at > :now
               and (created_at, transfer_id) > (:createdAt, :after)
            """
                    + CONSENTS_LAST
                    + """
             order by created_at, transfer_id
             limit :limit
            """;

    private static final String LOCK_OPEN =
            """
            select * from delivery
             where transfer_id = :id and receiver = :receiver
               and state in ('QUEUED', 'DELIVERED') and expires_at > :now
            """
                    + CONSENTS_LAST
                    + " for update";

    private static final String LOCK =
            "select * from delivery where transfer_id = :id and receiver = :receiver for update";

    private static final String STATUS =
            "select state, delivered_at, settled_at, settlement_reason from delivery where transfer_id = :id";

    private static final String DELIVERED =
            """
            update delivery set state = 'DELIVERED', delivered_at = :now, claimed_until = null
             where transfer_id = :id and state = 'QUEUED'
            """;

    private static final String SENT_AFTER_ALL =
            """
            update delivery set delivered_at = :now
             where transfer_id = :id and state in ('STOPPED', 'EXPIRED') and delivered_at is null
            """;

    private static final String SETTLE =
            """
            update delivery
               set state = :state, settled_at = :now, settlement_reason = :reason, claimed_until = null,
                   delivered_at = case when :state = 'ACKNOWLEDGED' then coalesce(delivered_at, :now) else delivered_at end
             where transfer_id = :id and state in ('QUEUED', 'DELIVERED')
            """;

    // Rows are locked in one order, so that two withdrawals of consents on the same messages cannot deadlock.
    private static final String STOP =
            """
            update delivery set state = 'STOPPED', settled_at = :now, settlement_reason = :reason,
                   stopped_by = :consent, claimed_until = null
             where state = 'QUEUED' and transfer_id in
                   (select transfer_id from delivery
                     where state = 'QUEUED' and consents @> array[cast(:consent as uuid)]
                     order by transfer_id for update)
            returning transfer_id, attempts
            """;

    private static final String EXPIRE =
            """
            with late as materialized (
              select transfer_id from delivery
               where state in ('QUEUED', 'DELIVERED') and expires_at <= :now
                 and (claimed_until is null or claimed_until <= :now)
               order by expires_at limit :limit
               for update skip locked)
            update delivery set state = 'EXPIRED', settled_at = :now, settlement_reason = 'EXPIRED', claimed_until = null
             where transfer_id in (select transfer_id from late)
            returning transfer_id, attempts
            """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;

    DeliveryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message that was taken out of delivery, and how often its push had been tried: it may have arrived. */
    record Ended(UUID transferId, int attempts) {}

    /** What is needed to judge an acknowledgement. */
    record Settleable(DeliveryState state, int attempts, Optional<String> reason, Optional<Instant> settledAt) {}

    List<Envelope> page(Oin receiver, Optional<Cursor> after, int limit, Instant now) {
        return jdbc.sql(PAGE)
                .param("receiver", receiver.value())
                .param("now", Timestamps.of(now))
                .param("createdAt", Timestamps.of(after.map(Cursor::createdAt).orElse(Instant.EPOCH)))
                .param("after", after.map(Cursor::transferId).orElse(BEFORE_ALL))
                .param("limit", limit)
                .query(DeliveryTable::envelope)
                .list();
    }

    Optional<Envelope> lockOpen(UUID id, Oin receiver, Instant now) {
        return jdbc.sql(LOCK_OPEN)
                .param("id", id)
                .param("receiver", receiver.value())
                .param("now", Timestamps.of(now))
                .query(DeliveryTable::envelope)
                .optional();
    }

    Optional<Settleable> lock(UUID id, Oin receiver) {
        return jdbc.sql(LOCK)
                .param("id", id)
                .param("receiver", receiver.value())
                .query(DeliveryTable::settleable)
                .optional();
    }

    Optional<DeliveryStatus> status(UUID id) {
        return jdbc.sql(STATUS)
                .param("id", id)
                .query(DeliveryTable::deliveryStatus)
                .optional();
    }

    /** False when the message was not queued any more. */
    boolean markDelivered(UUID id, Instant now) {
        return jdbc.sql(DELIVERED)
                        .param("id", id)
                        .param("now", Timestamps.of(now))
                        .update()
                == 1;
    }

    /** Notes that a message reached its receiver although it was stopped while it was being sent. */
    boolean markSentAfterAll(UUID id, Instant now) {
        return jdbc.sql(SENT_AFTER_ALL)
                        .param("id", id)
                        .param("now", Timestamps.of(now))
                        .update()
                == 1;
    }

    boolean settle(UUID id, Acknowledgement acknowledgement, Instant now) {
        return jdbc.sql(SETTLE)
                        .param("id", id)
                        .param("state", acknowledgement.state().name())
                        .param("reason", acknowledgement.reasonCode().orElse(null))
                        .param("now", Timestamps.of(now))
                        .update()
                == 1;
    }

    List<Ended> stop(UUID consent, String reason, Instant now) {
        return jdbc.sql(STOP)
                .param("consent", consent)
                .param("reason", reason)
                .param("now", Timestamps.of(now))
                .query(DeliveryTable::ended)
                .list();
    }

    List<Ended> expire(Instant now, int limit) {
        return jdbc.sql(EXPIRE)
                .param("now", Timestamps.of(now))
                .param("limit", limit)
                .query(DeliveryTable::ended)
                .list();
    }

    static Envelope envelope(ResultSet row, int number) throws SQLException {
        return new Envelope(
                row.getObject("transfer_id", UUID.class),
                row.getString("exchange_type"),
                row.getString("purpose"),
                new Oin(row.getString("sender")),
                new Capacity(row.getString("sender_capacity")),
                new Oin(row.getString("receiver")),
                new Capacity(row.getString("receiver_capacity")),
                Timestamps.instant(row, "created_at"),
                Timestamps.instant(row, "expires_at"),
                DeliveryState.valueOf(row.getString("state")));
    }

    private static Settleable settleable(ResultSet row, int number) throws SQLException {
        return new Settleable(
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("settlement_reason")),
                Timestamps.optional(row, "settled_at"));
    }

    private static DeliveryStatus deliveryStatus(ResultSet row, int number) throws SQLException {
        return new DeliveryStatus(
                DeliveryState.valueOf(row.getString("state")),
                Timestamps.optional(row, "delivered_at"),
                Timestamps.optional(row, "settled_at"),
                Optional.ofNullable(row.getString("settlement_reason")));
    }

    private static Ended ended(ResultSet row, int number) throws SQLException {
        return new Ended(row.getObject("transfer_id", UUID.class), row.getInt("attempts"));
    }
}
