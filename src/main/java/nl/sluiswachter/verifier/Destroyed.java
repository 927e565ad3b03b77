package nl.sluiswachter.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluiswachter.transferlog.entry.Leaf;

/**
 * Entries whose content is destroyed: each has to be named, with its hash, by an entry of the log that tells why. Goes through
 * the log twice, because what tells of a destruction comes after what was destroyed. Keeps a bit for each leaf and the places
 * that are named.
 */
final class Destroyed {

    /** Entries get their leaf within seconds, unless the making of the tree stood still for a while. */
    private static final Duration TOLERANCE = Duration.ofDays(31);

    private static final Duration STEP = Duration.ofHours(1);

    private final BitSet gone = new BitSet();
    private final List<Destruction> told = new ArrayList<>();
    private final Map<Integer, TreeMap<Long, Named>> named = new HashMap<>();
    private final TreeMap<Long, Instant> times = new TreeMap<>();
    private long stillThere;

    private record Named(long last, Destruction by) {}

    /** An entry of which nothing but its place is left. */
    void gone(long index) {
        gone.set(Math.toIntExact(index));
    }

    /** An entry that is there, and has the hash of its leaf. */
    void present(long index, Entry entry) throws Unreadable, Refuted {
        Optional<Instant> at = entry.at();
        if (at.isPresent()
                && (times.isEmpty()
                        || at.get().isAfter(times.lastEntry().getValue().plus(STEP)))) {
            times.put(index, at.get());
        }
        if (entry.tellsOfDestruction()) {
            Destruction destruction = new Destruction(index, entry);
            told.add(destruction);
            for (Destruction.Run run : destruction.places()) {
                add(destruction, run);
            }
        }
    }

    private void add(Destruction by, Destruction.Run run) throws Refuted {
        TreeMap<Long, Named> places = named.computeIfAbsent(by.shard(), first -> new TreeMap<>());
        Map.Entry<Long, Named> before = places.floorEntry(run.last());
        if (before != null && before.getValue().last() >= run.first()) {
            throw new Refuted(
                    "The entries of leaf %d and leaf %d both tell of what was destroyed in shard %d at position %d."
                            .formatted(
                                    before.getValue().by().index(),
                                    by.index(),
                                    by.shard(),
                                    Math.max(before.getKey(), run.first())));
        }
        places.put(run.first(), new Named(run.last(), by));
    }

    /** Whether there is nothing to compare. */
    boolean isNothing() {
        return gone.isEmpty() && told.isEmpty();
    }

    /** In the second round, each leaf in the order of the tree. */
    void compare(long index, Leaf leaf) throws Refuted {
        boolean isGone = gone.get(Math.toIntExact(index));
        Map.Entry<Long, Named> place =
                named.getOrDefault(leaf.shard(), new TreeMap<>()).floorEntry(leaf.position());
        if (place == null || place.getValue().last() < leaf.position()) {
            if (isGone) {
                throw new Refuted(
                        "The entry at %s was destroyed and no entry of the log tells of it: its leaf has hash %s."
                                .formatted(Places.named(index, leaf), leaf.entry()));
            }
            return;
        }
        stillThere += isGone ? 0 : 1;
        refuseEarly(index, leaf, place.getValue().by());
        place.getValue().by().add(leaf);
    }

    /** What came later into the tree was not recorded much earlier, whatever is said of it. */
    private void refuseEarly(long index, Leaf leaf, Destruction by) throws Refuted {
        Map.Entry<Long, Instant> earlier = times.lowerEntry(index);
        if (earlier != null && earlier.getValue().minus(TOLERANCE).isAfter(by.before())) {
            throw new Refuted(
                    ("The entry at %s with hash %s was destroyed too early: leaf %d tells that it was recorded"
                                    + " before %s, and leaf %d, which came before it, is of %s.")
                            .formatted(
                                    Places.named(index, leaf),
                                    leaf.entry(),
                                    by.index(),
                                    by.before(),
                                    earlier.getKey(),
                                    earlier.getValue()));
        }
    }

    /** After the last leaf. */
    void end() throws Refuted {
        for (Destruction destruction : told) {
            destruction.refuseDifferent();
        }
    }

    /** What is to be said of it; empty when there is nothing. */
    Optional<String> statement() {
        if (isNothing()) {
            return Optional.empty();
        }
        String rest = stillThere == 0 ? "" : " Of those named, %d are still there.".formatted(stillThere);
        return Optional.of(
                ("%d entries were destroyed after their term: each is named with its hash, by one of %d entries"
                                        + " of the log.")
                                .formatted(gone.cardinality(), told.size())
                        + rest);
    }
}
