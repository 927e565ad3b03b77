package nl.sluiswachter.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidV7Test {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00.123Z");

    @Test
    void hasVersionSevenTheVariantOfTheStandardAndTheTime() {
        for (int i = 0; i < 200; i++) {
            UUID id = at(NOW).next();

            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
        }
    }

    @Test
    void aLaterOneSortsAfterAnEarlierOneAsText() {
        for (int i = 0; i < 200; i++) {
            assertThat(at(NOW.plusMillis(1)).next().toString())
                    .isGreaterThan(at(NOW).next().toString());
        }
    }

    @Test
    void isUniqueWithinAMillisecond() {
        UuidV7 ids = at(NOW);
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            seen.add(ids.next());
        }

        assertThat(seen).hasSize(10_000);
    }

    @Test
    void everyRandomBitIsUsed() {
        long ones = 0;
        long zeros = 0;
        for (int i = 0; i < 200; i++) {
            UUID id = at(NOW).next();
            ones |= id.getLeastSignificantBits();
            zeros |= ~id.getLeastSignificantBits();
        }

        assertThat(ones).isEqualTo(0xBFFFFFFFFFFFFFFFL);
        assertThat(zeros).isEqualTo(0x7FFFFFFFFFFFFFFFL);
    }

    private static UuidV7 at(Instant instant) {
        return new UuidV7(Clock.fixed(instant, ZoneOffset.UTC));
    }
}
