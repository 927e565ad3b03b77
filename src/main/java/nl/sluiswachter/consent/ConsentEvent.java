package nl.sluiswachter.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;

/**
 * A {@link Happening} as the register keeps it.
 *
 * @param recordedAt when every node knew; later than when the person said so
 * @param by the party that reported it; empty for an expiry, which nobody reports
 * @param endsAt when the state ends by itself
 * @param stoppedWithin of an end that somebody reported: from its receipt until the last queued message was stopped
 */
public record ConsentEvent(
        Happening what,
        Instant recordedAt,
        Optional<Oin> by,
        Optional<Instant> endsAt,
        Optional<Duration> stoppedWithin) {

    public ConsentState state() {
        return what.state();
    }

    /** Whether the state is over at that moment, written down or not. */
    boolean isOverAt(Instant moment) {
        return endsAt.map(end -> !moment.isBefore(end)).orElse(false);
    }
}
