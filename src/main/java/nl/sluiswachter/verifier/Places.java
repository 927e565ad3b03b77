package nl.sluiswachter.verifier;

import java.util.HashMap;
import java.util.Map;
import nl.sluiswachter.transferlog.entry.Leaf;

/** That each instance's positions stand in the tree one after the other from 0: no hole, none twice, none turned round. */
final class Places {

    private final Map<Integer, Long> next = new HashMap<>();

    /** Takes the next leaf of the tree. */
    void take(long index, Leaf leaf) throws Refuted {
        long expected = next.getOrDefault(leaf.shard(), 0L);
        next.put(leaf.shard(), Math.max(expected, leaf.position() + 1));
        if (leaf.position() > expected) {
            throw new Refuted("The entry at shard %d, position %d is missing: leaf %d is position %d with hash %s."
                    .formatted(leaf.shard(), expected, index, leaf.position(), leaf.entry()));
        }
        if (leaf.position() < expected) {
            throw new Refuted("The entry at %s stands in the tree twice or out of order: position %d was next."
                    .formatted(named(index, leaf), expected));
        }
    }

    /** Of each shard, the first position that did not come. */
    Map<Integer, Long> next() {
        return Map.copyOf(next);
    }

    /** How a sentence names an entry. */
    static String named(long index, Leaf leaf) {
        return "shard %d, position %d (leaf %d)".formatted(leaf.shard(), leaf.position(), index);
    }
}
