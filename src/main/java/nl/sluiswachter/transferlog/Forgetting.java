package nl.sluiswachter.transferlog;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import nl.sluiswachter.settings.GatewaySettings;

/**
 * Forgets what has served its purpose: the answers under idempotency keys once nobody may repeat the request any more, and
 * receipts, whose request digest is made of personal data, once their sender had time to keep them, and the images of
 * decisions that are too old to say what another catalogue would change. The log stays.
 */
public final class Forgetting {

    private final IdempotencyTable idempotency;
    private final ReceiptTable receipts;
    private final JdbcDecisionImages images;
    private final GatewaySettings.Limits limits;
    private final Clock clock;

    Forgetting(
            IdempotencyTable idempotency,
            ReceiptTable receipts,
            JdbcDecisionImages images,
            GatewaySettings.Limits limits,
            Clock clock) {
        this.idempotency = idempotency;
        this.receipts = receipts;
        this.images = images;
        this.limits = limits;
        this.clock = clock;
    }

    /** Deletes what is older than its term. */
    public void forget() {
        idempotency.forgetBefore(ago(limits.repeatable()));
        receipts.forgetBefore(ago(limits.receipts()));
        images.forgetBefore(ago(limits.rehearsable()));
    }

    private OffsetDateTime ago(Duration term) {
        return clock.instant().minus(term).atOffset(ZoneOffset.UTC);
    }
}
