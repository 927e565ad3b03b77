package nl.sluiswachter.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When others saw how much of the log. What the log says of its own past has to agree with it: the times in the log were
 * written by whoever wrote the log.
 *
 * @param seen trees that were seen at a known time
 */
record Outside(List<Seen> seen) {

    /** By which two clocks may differ. */
    private static final Duration SKEW = Duration.ofDays(1);

    /** Entries get their leaf within seconds, unless the making of the tree stood still for a while. */
    static final Duration TOLERANCE = Duration.ofDays(31);

    Outside {
        seen = List.copyOf(seen);
    }

    /**
     * A tree of so many leaves.
     *
     * @param by how sentences call who or what saw it
     */
    record Seen(String by, long leaves, Instant at) {

        @Override
        public String toString() {
            return "the %s has it with %d leaves at %s".formatted(by, leaves, at);
        }
    }

    /** Who saw the entry of a leaf before the time that it says it was written at. */
    Optional<Seen> before(long index, Instant said) {
        return first(one -> index < one.leaves() && one.at().plus(SKEW).isBefore(said));
    }

    /** Who saw the log without a leaf, well after the time before which its entry is said to have been written. */
    Optional<Seen> without(long index, Instant said) {
        return first(one -> one.leaves() <= index && one.at().minus(TOLERANCE).isAfter(said));
    }

    /** Whether somebody saw a leaf by then. */
    boolean hasSeen(long index, Instant by) {
        return first(one -> index < one.leaves() && !one.at().isAfter(by.plus(TOLERANCE)))
                .isPresent();
    }

    private Optional<Seen> first(Predicate<Seen> condition) {
        return seen.stream().filter(condition).findFirst();
    }
}
