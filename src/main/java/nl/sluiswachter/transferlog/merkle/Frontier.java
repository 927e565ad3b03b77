package nl.sluiswachter.transferlog.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: takes leaf hashes one after the other, keeps at most 126 hashes. For one thread; ranges
 * hashed by several threads are put together by {@link #append(CompactRange)}.
 */
public final class Frontier {
    private final long begin;
    private final List<Hash> hashes = new ArrayList<>();
    private long end;

    private Frontier(long begin) {
        if (begin < 0) {
            throw new IllegalArgumentException("The first leaf is number 0");
        }
        this.begin = begin;
        this.end = begin;
    }

    /** An empty tree. */
    public static Frontier empty() {
        return new Frontier(0);
    }

    /** No leaves yet; the first to come is the one with this number. */
    public static Frontier startingAt(long begin) {
        return new Frontier(begin);
    }

    /** Goes on where a range stopped. */
    public static Frontier of(CompactRange range) {
        Frontier frontier = new Frontier(range.begin());
        frontier.hashes.addAll(range.hashes());
        frontier.end = range.end();
        return frontier;
    }

    /** Adds the next leaf, by its leaf hash. */
    public void append(Hash leaf) {
        push(0, leaf);
    }

    /** Adds all leaves of a range that begins where this one ends. */
    public void append(CompactRange next) {
        if (next.begin() != end) {
            throw new IllegalArgumentException("A range is added where it begins");
        }
        List<Integer> levels = CompactRange.levels(next.begin(), next.end());
        for (int i = 0; i < levels.size(); i++) {
            push(levels.get(i), next.hashes().get(i));
        }
    }

    /** One past the number of the last leaf: the size, where the first is number 0. */
    public long end() {
        return end;
    }

    /** The root of all leaves so far. */
    public Hash root() {
        return range().root();
    }

    /** What there is, unchangeable. */
    public CompactRange range() {
        return new CompactRange(begin, end, hashes);
    }

    private void push(int height, Hash subtree) {
        long start = end;
        end = Math.addExact(end, 1L << height);
        int level = height;
        Hash hash = subtree;
        while ((start >>> level & 1) == 1 && start - (1L << level) >= begin) {
            hash = TreeHashing.node(hashes.remove(hashes.size() - 1), hash);
            start -= 1L << level;
            level++;
        }
        hashes.add(hash);
    }
}
