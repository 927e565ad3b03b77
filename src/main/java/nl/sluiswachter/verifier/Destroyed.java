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
 * Entries whose content is destroyed: each has to be named, with its hash, by an entry of the log that is to be believed. Goes
 * through the log twice, because what tells of a destruction comes after what was destroyed. An entry that tells of one and is
 * not to be believed excuses nothing, and spoils nothing. Keeps two bits for each leaf and the places that are named.
 */
final class Destroyed {

    private static final Duration STEP = Duration.ofHours(1);

    private final Outside outside;
    private final BitSet gone = new BitSet();
    private final BitSet excused = new BitSet();
    private final BitSet seen = new BitSet();
    private final TreeMap<Long, Instant> times = new TreeMap<>();
    private final Map<Place, List<Claim>> named = new HashMap<>();
    private final Findings disbelieved = new Findings(why -> {});
    private long believed;
    private long stillThere;

    Destroyed(Outside outside) {
        this.outside = outside;
    }

    private record Place(int shard, long position) {}

    /** An entry of which nothing but its place is left. */
    void gone(long index) {
        gone.set(Math.toIntExact(index));
    }

    /** An entry that is there, and has the hash of its leaf. A time that had not come when somebody saw it is no evidence. */
    void present(long index, Entry entry) {
        Optional<Instant> at =
                entry.at().filter(said -> outside.before(index, said).isEmpty());
        if (at.isPresent()
                && (times.isEmpty()
                        || at.get().isAfter(times.lastEntry().getValue().plus(STEP)))) {
            times.put(index, at.get());
        }
        if (entry.tellsOfDestruction()) {
            try {
                Destruction told = Destruction.read(index, entry);
                refuseFuture(told);
                await(new Claim(told));
            } catch (Refuted e) {
                disbelieved.add(e.getMessage());
            }
        }
    }

    private void refuseFuture(Destruction told) throws Refuted {
        Optional<Outside.Seen> earlier = outside.before(told.index(), told.at());
        if (earlier.isPresent()) {
            throw new Refuted(
                    "The entry of leaf %d tells of entries that were destroyed at %s, a time that had not come: %s."
                            .formatted(told.index(), told.at(), earlier.get()));
        }
    }

    private void await(Claim claim) {
        Place next = new Place(claim.told().shard(), claim.next().orElseThrow());
        named.computeIfAbsent(next, first -> new ArrayList<>()).add(claim);
    }

    /** Whether there is nothing to compare. */
    boolean isNothing() {
        return gone.isEmpty() && named.isEmpty();
    }

    /** In the second round, each leaf in the order of the tree. */
    void compare(long index, Leaf leaf) {
        boolean isGone = gone.get(Math.toIntExact(index));
        List<Claim> claims = named.remove(new Place(leaf.shard(), leaf.position()));
        if (claims == null) {
            return;
        }
        for (Claim claim : claims) {
            claim.take(index, leaf, isGone, times.lowerEntry(index), outside);
            if (claim.next().isPresent()) {
                await(claim);
            } else {
                decide(claim);
            }
        }
    }

    private void decide(Claim claim) {
        Optional<String> refutation = claim.refutation();
        if (refutation.isPresent()) {
            disbelieved.add(refutation.get());
            return;
        }
        believed++;
        stillThere += claim.stillThere();
        Instant due = claim.told().due();
        for (Claim.Gone one : claim.gone()) {
            excused.set((int) one.index());
            if (outside.hasSeen(one.index(), due)) {
                seen.set((int) one.index());
            }
        }
    }

    /**
     * After the last leaf.
     *
     * @return leaves of which nothing is left, and which nothing excuses
     */
    BitSet end(Findings findings) {
        named.values().stream().flatMap(List::stream).toList().forEach(this::decide);
        named.clear();
        BitSet unexcused = (BitSet) gone.clone();
        unexcused.andNot(excused);
        if (!unexcused.isEmpty()) {
            disbelieved.sentences().forEach(findings::add);
        }
        return unexcused;
    }

    /** What is said of one of these. */
    static String unexcused(long index, Leaf leaf) {
        return "The entry at %s was destroyed and no entry of the log that is to be believed tells of it: its leaf has hash %s."
                .formatted(Places.named(index, leaf), leaf.entry());
    }

    /** What is to be said of it. */
    List<String> statements() {
        List<String> statements = new ArrayList<>();
        if (believed > 0) {
            String rest = stillThere == 0 ? "" : " Of those named, %d are still there.".formatted(stillThere);
            statements.add(
                    "%d entries were destroyed after their term: each is named with its hash, by one of %d entries of the log.%s"
                            .formatted(excused.cardinality(), believed, rest));
        }
        disbelieved
                .sentences()
                .forEach(why -> statements.add("Not believed, and nothing is gone by it: %s".formatted(why)));
        return statements;
    }

    /** What nobody outside the log vouches for; empty when there is nothing. */
    Optional<String> open() {
        BitSet unseen = (BitSet) excused.clone();
        unseen.andNot(seen);
        if (unseen.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                ("Nothing outside the log vouches for %d of the %d destroyed entries, the first of leaf %d: that they were"
                                + " there a whole term before they went is said by the log alone. Give what was kept from before:"
                                + " --paper, or --checkpoint and --witness.")
                        .formatted(unseen.cardinality(), excused.cardinality(), unseen.nextSetBit(0)));
    }
}
