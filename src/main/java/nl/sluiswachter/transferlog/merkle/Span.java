package nl.sluiswachter.transferlog.merkle;

import java.util.ArrayList;
import java.util.List;

/** Neighbouring leaves, the end excluded, split as RFC 6962 section 2.1 splits a tree. */
record Span(long begin, long end) {

    long leaves() {
        return end - begin;
    }

    /** Where the right part begins: the left one has the largest power of two below the number of leaves. */
    long middle() {
        return begin + Long.highestOneBit(leaves() - 1);
    }

    Span left() {
        return new Span(begin, middle());
    }

    Span right() {
        return new Span(middle(), end);
    }

    /** The fewest complete subtrees that cover it, from left to right. */
    List<Subtree> subtrees() {
        List<Subtree> subtrees = new ArrayList<>();
        long at = begin;
        for (int height : CompactRange.levels(begin, end)) {
            subtrees.add(new Subtree(height, at >>> height));
            at += 1L << height;
        }
        return subtrees;
    }
}
