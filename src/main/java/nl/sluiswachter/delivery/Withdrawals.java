package nl.sluiswachter.delivery;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.sluiswachter.consent.WithdrawalListener;

/**
 * Stops what rests on a withdrawn consent (AVG art. 7(3)). Withdrawal works forward: what the receiver has is not
 * recalled, but it is not handed out again either.
 */
public final class Withdrawals implements WithdrawalListener {

    private final DeliveryTable deliveries;
    private final PayloadTable payloads;
    private final DeliveryLog log;
    private final Clock clock;

    Withdrawals(DeliveryTable deliveries, PayloadTable payloads, DeliveryLog log, Clock clock) {
        this.deliveries = deliveries;
        this.payloads = payloads;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void withdrawn(UUID consentId) {
        stop(consentId);
    }

    /**
     * Stops every queued message that rests on the consent, and deletes its payload; runs in the caller's transaction,
     * which holds the consent's lock, so that no message is queued on it meanwhile.
     *
     * @return how many were stopped
     */
    public int stop(UUID consentId) {
        List<DeliveryTable.Ended> stopped = deliveries.stop(consentId, clock.instant());
        payloads.delete(stopped.stream().map(DeliveryTable.Ended::transferId).toList());
        payloads.withhold(consentId);
        stopped.forEach(log::stopped);
        return stopped.size();
    }
}
