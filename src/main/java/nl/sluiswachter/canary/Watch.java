package nl.sluiswachter.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How one canary fares.
 *
 * @param due when it flies next
 * @param goodUntil until when its last refusal counts
 * @param alarm what was wrong the last time
 */
record Watch(Canary canary, Instant due, Instant goodUntil, Optional<Alarm> alarm) {

    /** How often a canary may be missed before its last refusal no longer counts. */
    private static final int INTERVALS = 3;

    /** One that has never been refused. */
    static Watch unproven(Canary canary, Instant now) {
        return new Watch(canary, now, Instant.MIN, Optional.empty());
    }

    /** One of a catalogue that came while the gateway ran: it gets the time that any canary has. */
    static Watch added(Canary canary, Instant now, Duration every) {
        return new Watch(canary, now, now.plus(every.multipliedBy(INTERVALS)), Optional.empty());
    }

    /** The same canary under another catalogue: what was wrong stays wrong until it is refused. */
    Watch under(Canary renewed, Instant now) {
        return new Watch(renewed, now, goodUntil, alarm);
    }

    Watch dueAt(Instant next) {
        return new Watch(canary, next, goodUntil, alarm);
    }

    Watch refused(Instant now, Duration every) {
        return new Watch(canary, due, now.plus(every.multipliedBy(INTERVALS)), Optional.empty());
    }

    Watch failed(Alarm what, Instant retry) {
        return new Watch(canary, retry, goodUntil, Optional.of(what));
    }

    boolean isDue(Instant now) {
        return !due.isAfter(now);
    }

    /** What is wrong now. */
    Optional<Alarm> problem(Instant now) {
        return alarm.or(() -> goodUntil.isBefore(now) ? Optional.of(Alarm.NOT_RUN) : Optional.empty());
    }
}
