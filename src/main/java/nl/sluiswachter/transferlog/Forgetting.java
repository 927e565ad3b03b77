package nl.sluiswachter.transferlog;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Forgets what has served its purpose: the answers under idempotency keys once nobody may repeat the request any more, and
 * receipts, whose request digest is made of personal data, once their sender had time to keep them. The log stays.
 */
public final class Forgetting {

    private final IdempotencyTable idempotency;
    private final ReceiptTable receipts;
    private final Duration repeatable;
    private final Duration fetchable;
    private final Clock clock;

    Forgetting(
            IdempotencyTable idempotency, ReceiptTable receipts, Duration repeatable, Duration fetchable, Clock clock) {
        this.idempotency = idempotency;
        this.receipts = receipts;
        this.repeatable = repeatable;
        this.fetchable = fetchable;
        this.clock = clock;
    }

    /** Deletes what is older than its term. */
    public void forget() {
        idempotency.forgetBefore(ago(repeatable));
        receipts.forgetBefore(ago(fetchable));
    }

    private OffsetDateTime ago(Duration term) {
        return clock.instant().minus(term).atOffset(ZoneOffset.UTC);
    }
}
