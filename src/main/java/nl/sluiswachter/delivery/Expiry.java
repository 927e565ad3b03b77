package nl.sluiswachter.delivery;

import java.time.Clock;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/** Ends messages that nobody acknowledged in time, and deletes their payload. */
public final class Expiry {

    private static final int BATCH = 200;

    private final DeliveryTable deliveries;
    private final PayloadTable payloads;
    private final DeliveryLog log;
    private final TransactionOperations transaction;
    private final Clock clock;

    Expiry(
            DeliveryTable deliveries,
            PayloadTable payloads,
            DeliveryLog log,
            TransactionOperations transaction,
            Clock clock) {
        this.deliveries = deliveries;
        this.payloads = payloads;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Ends what is past its term, one bounded batch per transaction, until nothing is left. */
    public void expire() {
        Integer ended;
        do {
            ended = transaction.execute(status -> expireBatch());
        } while (ended != null && ended == BATCH);
    }

    private int expireBatch() {
        List<DeliveryTable.Ended> expired = deliveries.expire(clock.instant(), BATCH);
        payloads.delete(expired.stream().map(DeliveryTable.Ended::transferId).toList());
        expired.forEach(log::expired);
        return expired.size();
    }
}
