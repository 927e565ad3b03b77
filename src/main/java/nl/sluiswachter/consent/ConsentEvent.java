package nl.sluiswachter.consent;

import java.time.Instant;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;

/**
 * A {@link Happening} as the register keeps it.
 *
 * @param recordedAt when every node knew; later than when the person said so
 * @param by the party that reported it; empty for an expiry, which nobody reports
 * @param officer who reported it for that party; empty for a system
 * @param endsAt when the state ends by itself
 * @param stop of an end that somebody reported: what it stopped
 */
public record ConsentEvent(
        Happening what,
        Instant recordedAt,
        Optional<Oin> by,
        Optional<String> officer,
        Optional<Instant> endsAt,
        Optional<Stop> stop) {

    public ConsentState state() {
        return what.state();
    }

    /** Whether the state is over at that moment, written down or not. */
    boolean isOverAt(Instant moment) {
        return endsAt.map(end -> !moment.isBefore(end)).orElse(false);
    }
}
