package nl.sluiswachter.console.signin;

import java.time.Clock;
import java.time.Duration;
import nl.sluiswachter.console.Officer;

/**
 * Whether somebody proved short ago who they are.
 *
 * @param most how long ago that may be
 */
record Freshness(Duration most, Clock clock) {

    boolean isFresh(Officer officer) {
        return officer.signedInAt().plus(most).isAfter(clock.instant());
    }

    /** As a parameter of the provider. */
    String seconds() {
        return String.valueOf(most.toSeconds());
    }
}
