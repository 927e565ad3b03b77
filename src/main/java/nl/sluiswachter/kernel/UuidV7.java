package nl.sluiswachter.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** UUID version 7: 48 bits of Unix milliseconds, then random bits (RFC 9562 section 5.7). */
public final class UuidV7 implements IdSource {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public UuidV7(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID next() {
        long high = clock.millis() << 16 | VERSION | random.nextInt(1 << 12);
        long low = random.nextLong() >>> 2 | VARIANT;
        return new UUID(high, low);
    }
}
