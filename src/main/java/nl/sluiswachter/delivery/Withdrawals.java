package nl.sluiswachter.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.consent.WithdrawalListener;

/**
 * Stops what rests on a consent that was withdrawn (AVG art. 7(3)), found invalid or ran out. That works forward: what
 * the receiver has is not recalled, but it is not handed out again either.
 */
public final class Withdrawals implements WithdrawalListener {

    private final DeliveryTable deliveries;
    private final PayloadTable payloads;
    private final DeliveryLog log;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    Withdrawals(
            DeliveryTable deliveries, PayloadTable payloads, DeliveryLog log, DeliveryMetrics metrics, Clock clock) {
        this.deliveries = deliveries;
        this.payloads = payloads;
        this.log = log;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public int ended(UUID consentId, ConsentState end, Instant since) {
        int stopped = stop(consentId, end);
        if (end != ConsentState.EXPIRED) {
            metrics.stopped(since, clock);
        }
        return stopped;
    }

    /**
     * Stops every queued message that rests on the consent, and deletes its payload; runs in the caller's transaction,
     * which holds the consent's lock, so that no message is queued on it meanwhile.
     *
     * @return how many were stopped
     */
    public int stop(UUID consentId, ConsentState end) {
        String reason = DeliveryReasons.of(end);
        List<DeliveryTable.Ended> stopped = deliveries.stop(consentId, reason, clock.instant());
        payloads.delete(stopped.stream().map(DeliveryTable.Ended::transferId).toList());
        payloads.withhold(consentId);
        stopped.forEach(ended -> log.stopped(ended, reason));
        return stopped.size();
    }
}
