package nl.sluiswachter.delivery;

import java.time.Duration;
import nl.sluiswachter.transfer.Submitted;
import nl.sluiswachter.transferlog.Recorded;

/**
 * Last step of the path. The message of a permit stands in the outbox since its decision was recorded; this step only
 * waits for it where the sender asked to.
 */
public final class Handover {

    private final Deliveries deliveries;

    Handover(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** Waits as long as the sender has patience; a refusal or a dry run has nothing to wait for. */
    public Handed deliver(Recorded recorded) {
        Submitted submitted = recorded.decided().submitted();
        boolean waits = recorded.decided().outgoing().isPresent()
                && submitted.patience().compareTo(Duration.ZERO) > 0;
        boolean delivered = waits
                && deliveries
                        .await(recorded.transferId(), submitted.patience())
                        .filter(status -> status.deliveredAt().isPresent())
                        .isPresent();
        return new Handed(recorded, delivered);
    }
}
