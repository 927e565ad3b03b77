package nl.sluiswachter.transferlog;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** Forgets the answers under idempotency keys once nobody may repeat the request any more. The log stays. */
public final class Forgetting {

    private final IdempotencyTable idempotency;
    private final Duration keep;
    private final Clock clock;

    Forgetting(IdempotencyTable idempotency, Duration keep, Clock clock) {
        this.idempotency = idempotency;
        this.keep = keep;
        this.clock = clock;
    }

    /** Deletes what is older than the term. */
    public void forget() {
        idempotency.forgetBefore(clock.instant().minus(keep).atOffset(ZoneOffset.UTC));
    }
}
