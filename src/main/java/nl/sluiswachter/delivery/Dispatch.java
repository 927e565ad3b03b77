package nl.sluiswachter.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** The short transactions before and after a push; none is open while bytes go over the network. */
final class Dispatch {

    private final PushQueue queue;
    private final DeliveryTable deliveries;
    private final PayloadTable payloads;
    private final PushPauses pauses;
    private final Settlements settlements;
    private final DeliveryLog log;
    private final TransactionOperations transaction;
    private final RetrySchedule retries;
    private final Clock clock;
    private final Duration lease;

    Dispatch(
            PushQueue queue,
            DeliveryTable deliveries,
            PayloadTable payloads,
            PushPauses pauses,
            Settlements settlements,
            DeliveryLog log,
            TransactionOperations transaction,
            RetrySchedule retries,
            Clock clock,
            Duration lease) {
        this.queue = queue;
        this.deliveries = deliveries;
        this.payloads = payloads;
        this.pauses = pauses;
        this.settlements = settlements;
        this.log = log;
        this.transaction = transaction;
        this.retries = retries;
        this.clock = clock;
        this.lease = lease;
    }

    /**
     * The message to send now, with a fresh lease; empty when it was read, withdrawn, expired or claimed by another
     * since. A withdrawal that committed before this is seen here.
     */
    Optional<Message> open(Claim claim) {
        return transaction.execute(status -> {
            Instant now = clock.instant();
            return queue.renew(claim, now, now.plus(lease)).flatMap(envelope -> payloads.find(envelope)
                    .map(content -> new Message(envelope.delivered(), content)));
        });
    }

    /** The receiver has it. */
    void taken(Claim claim, Optional<Acknowledgement> acknowledgement) {
        transaction.executeWithoutResult(status -> {
            pauses.taken(claim.receiver());
            if (deliveries.markDelivered(claim.transferId(), clock.instant())) {
                log.pushed(claim.transferId());
            } else if (deliveries.markSentAfterAll(claim.transferId(), clock.instant())) {
                log.pushedAfterStop(claim.transferId());
            }
            acknowledgement.ifPresent(said -> settlements.settle(claim.transferId(), claim.receiver(), said));
        });
    }

    /** The receiver may not have it: try again later. */
    void failed(Claim claim, Failure failure) {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            if (queue.postpone(claim, now.plus(retries.waitAfter(claim.attempt())))) {
                log.failed(claim, failure);
            }
            if (failure.concernsReceiver()) {
                pauses.failed(claim.receiver(), now);
            }
        });
    }
}
