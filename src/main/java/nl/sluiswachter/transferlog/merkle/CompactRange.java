package nl.sluiswachter.transferlog.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is needed of the leaves from {@code begin} (included) to {@code end} (excluded) to go on hashing: the roots of the
 * fewest complete subtrees that cover them, from left to right; at most 126 hashes.
 */
public record CompactRange(long begin, long end, List<Hash> hashes) {
    public CompactRange {
        hashes = List.copyOf(hashes);
        if (begin < 0 || end < begin || hashes.size() != levels(begin, end).size()) {
            throw new IllegalArgumentException("A compact range has one hash for each complete subtree");
        }
    }

    /** Number of leaves. */
    public long size() {
        return end - begin;
    }

    /** The root of the tree of these leaves; only a range that begins at the first leaf is a tree. */
    public Hash root() {
        if (begin != 0) {
            throw new IllegalStateException("A range that does not begin at leaf 0 has no root");
        }
        return folded();
    }

    /** The leaves of both, where the other begins where this one ends. */
    public CompactRange merge(CompactRange next) {
        Frontier frontier = Frontier.of(this);
        frontier.append(next);
        return frontier.range();
    }

    /** Subtrees hashed together from the right, as RFC 6962 does with the right edge of a tree. */
    Hash folded() {
        if (hashes.isEmpty()) {
            return TreeHashing.EMPTY;
        }
        Hash folded = hashes.get(hashes.size() - 1);
        for (int i = hashes.size() - 2; i >= 0; i--) {
            folded = TreeHashing.node(hashes.get(i), folded);
        }
        return folded;
    }

    /** The heights of the fewest complete subtrees that cover the leaves, from left to right. */
    static List<Integer> levels(long begin, long end) {
        List<Integer> levels = new ArrayList<>();
        long at = begin;
        while (at < end) {
            int fits = 63 - Long.numberOfLeadingZeros(end - at);
            int level = at == 0 ? fits : Math.min(fits, Long.numberOfTrailingZeros(at));
            levels.add(level);
            at += 1L << level;
        }
        return levels;
    }
}
