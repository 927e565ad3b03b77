package nl.sluiswachter.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.transferlog.entry.DestroyedHash;
import nl.sluiswachter.transferlog.entry.Leaf;

/** What a destruction tells, held against the leaves that it names, one after the other. */
final class Claim {

    private final Destruction told;
    private final DestroyedHash hash = new DestroyedHash();
    private final List<Gone> gone = new ArrayList<>();
    private int run;
    private long next;
    private String doubt;

    Claim(Destruction told) {
        this.told = told;
        this.next = told.places().get(0).first();
    }

    /** An entry of which nothing is left but its place. */
    record Gone(long index, Leaf leaf) {}

    Destruction told() {
        return told;
    }

    /** The position of the next leaf it names; empty after the last. */
    Optional<Long> next() {
        return run < told.places().size() ? Optional.of(next) : Optional.empty();
    }

    /**
     * The next leaf that it names.
     *
     * @param earlier leaf and time of an entry that came before that leaf; null when none is left
     */
    void take(long index, Leaf leaf, boolean isGone, Map.Entry<Long, Instant> earlier, Outside outside) {
        hash.add(leaf);
        if (isGone) {
            gone.add(new Gone(index, leaf));
        }
        if (doubt == null) {
            doubt = doubt(index, leaf, earlier, outside).orElse(null);
        }
        if (next < told.places().get(run).last()) {
            next++;
        } else if (++run < told.places().size()) {
            next = told.places().get(run).first();
        }
    }

    /** What came later into the tree was not recorded much earlier, whatever is said of it. */
    private Optional<String> doubt(long index, Leaf leaf, Map.Entry<Long, Instant> earlier, Outside outside) {
        if (index >= told.index()) {
            return Optional.of("The entry of leaf %d tells that leaf %d was destroyed, which came after it."
                    .formatted(told.index(), index));
        }
        String early =
                "The entry at %s with hash %s was destroyed too early: leaf %d tells that it was recorded before %s, and "
                        .formatted(Places.named(index, leaf), leaf.entry(), told.index(), told.before());
        if (earlier != null && earlier.getValue().minus(Outside.TOLERANCE).isAfter(told.before())) {
            return Optional.of(
                    early + "leaf %d, which came before it, is of %s.".formatted(earlier.getKey(), earlier.getValue()));
        }
        return outside.without(index, told.before()).map(seen -> early + seen + ".");
    }

    /** Why it is not believed, once no leaf comes any more; empty when it is. */
    Optional<String> refutation() {
        if (next().isPresent()) {
            return Optional.of(
                    "The entry of leaf %d tells of a destroyed entry that the tree never had: shard %d, position %d."
                            .formatted(told.index(), told.shard(), next));
        }
        String found = hash.value().toString();
        return found.equals(told.hash())
                ? Optional.ofNullable(doubt)
                : Optional.of(
                        "The entry of leaf %d tells of destroyed entries of shard %d with hash %s; their leaves have %s."
                                .formatted(told.index(), told.shard(), told.hash(), found));
    }

    /** Those it names of which nothing is left. */
    List<Gone> gone() {
        return gone;
    }

    /** How many of those it names are still there. */
    long stillThere() {
        long named = told.places().stream()
                .mapToLong(run -> run.last() - run.first() + 1)
                .sum();
        return named - gone.size();
    }
}
