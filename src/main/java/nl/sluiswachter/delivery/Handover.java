package nl.sluiswachter.delivery;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import nl.sluiswachter.transfer.Submitted;
import nl.sluiswachter.transferlog.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Last step of the path. The message of a permit stands in the outbox since its decision was recorded; this step only
 * waits for it where the sender asked to.
 */
public final class Handover {

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

    private final Deliveries deliveries;
    private final Semaphore waiters;

    /** @param waiters how many senders may wait at once; who comes above it gets the answer without waiting */
    Handover(Deliveries deliveries, int waiters) {
        this.deliveries = deliveries;
        this.waiters = new Semaphore(waiters);
    }

    /** Waits as long as the sender has patience; a refusal or a dry run has nothing to wait for. */
    public Handed deliver(Recorded recorded) {
        Submitted submitted = recorded.decided().submitted();
        boolean waits = recorded.decided().outgoing().isPresent()
                && submitted.patience().compareTo(Duration.ZERO) > 0;
        return new Handed(recorded, waits && isDelivered(recorded.transferId(), submitted.patience()));
    }

    private boolean isDelivered(UUID transferId, Duration patience) {
        if (!waiters.tryAcquire()) {
            return false;
        }
        try {
            return deliveries
                    .await(transferId, patience)
                    .filter(status -> status.deliveredAt().isPresent())
                    .isPresent();
        } catch (DataAccessException e) {
            // The decision is durable and must be told; whether it was delivered can be asked later.
            LOG.warn("Waiting for a delivery ended early: {}", e.getClass().getSimpleName());
            return false;
        } finally {
            waiters.release();
        }
    }
}
