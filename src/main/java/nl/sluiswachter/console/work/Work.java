package nl.sluiswachter.console.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Work as the table has it.
 *
 * @param outcome there when it is done
 * @param spent how long it took so far, or altogether
 * @param done steps done
 * @param total steps there are; 0 while that is not known
 */
record Work(
        UUID id,
        WorkKind kind,
        WorkState state,
        Optional<WorkOutcome> outcome,
        Instant started,
        Duration spent,
        long done,
        long total) {

    private static final int WHOLE = 100;

    boolean running() {
        return state == WorkState.RUNNING;
    }

    /** How much is done, 0 to 100. */
    int percent() {
        return total == 0 ? 0 : (int) Math.min(WHOLE, WHOLE * done / total);
    }

    /** Steps a second. */
    long rate() {
        return done * 1_000 / Math.max(1, spent.toMillis());
    }

    /** How long it will still take at this rate; empty while nobody can tell. */
    Optional<Duration> left() {
        return running() && done > 0 && total > 0
                ? Optional.of(Duration.ofMillis((long) ((double) spent.toMillis() / done * Math.max(0, total - done))))
                : Optional.empty();
    }
}
