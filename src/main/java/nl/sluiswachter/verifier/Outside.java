package nl.sluiswachter.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When others saw how much of the log. What the log says of its own past has to agree with it: the times in the log were
 * written by whoever wrote the log. Asked of every entry, so it costs the same with one sighting and with a thousand.
 */
final class Outside {

    /** By which two clocks may differ. */
    private static final Duration SKEW = Duration.ofDays(1);

    /** Entries get their leaf within seconds, unless the making of the tree stood still for a while. */
    static final Duration TOLERANCE = Duration.ofDays(31);

    /** By number of leaves, who was the first to see so many or more. */
    private final NavigableMap<Long, Seen> firstWith = new TreeMap<>();

    /** By number of leaves, who was the last to see so many or fewer. */
    private final NavigableMap<Long, Seen> lastWithout = new TreeMap<>();

    /** @param seen trees that were seen at a known time */
    Outside(List<Seen> seen) {
        List<Seen> bySize =
                seen.stream().sorted(Comparator.comparingLong(Seen::leaves)).toList();
        for (Seen one : bySize) {
            Map.Entry<Long, Seen> smaller = lastWithout.lastEntry();
            boolean isLater =
                    smaller == null || one.at().isAfter(smaller.getValue().at());
            lastWithout.put(one.leaves(), isLater ? one : smaller.getValue());
        }
        for (int i = bySize.size() - 1; i >= 0; i--) {
            Seen one = bySize.get(i);
            Map.Entry<Long, Seen> larger = firstWith.firstEntry();
            boolean isEarlier =
                    larger == null || one.at().isBefore(larger.getValue().at());
            firstWith.put(one.leaves(), isEarlier ? one : larger.getValue());
        }
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
        return found(firstWith.higherEntry(index))
                .filter(one -> one.at().plus(SKEW).isBefore(said));
    }

    /** Who saw the log without a leaf, well after the time before which its entry is said to have been written. */
    Optional<Seen> without(long index, Instant said) {
        return found(lastWithout.floorEntry(index))
                .filter(one -> one.at().minus(TOLERANCE).isAfter(said));
    }

    /** Whether somebody saw a leaf by then. */
    boolean hasSeen(long index, Instant by) {
        return found(firstWith.higherEntry(index))
                .filter(one -> !one.at().isAfter(by.plus(TOLERANCE)))
                .isPresent();
    }

    private static Optional<Seen> found(Map.Entry<Long, Seen> entry) {
        return Optional.ofNullable(entry).map(Map.Entry::getValue);
    }
}
