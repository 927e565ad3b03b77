package nl.sluiswachter.transferlog.merkle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Roots and proofs of the tree of one size, from tiles: O(log n) hashes, each tile once, all tiles in one read. The tiles are
 * not trusted; a proof made of wrong ones does not verify against a checkpoint.
 */
public final class TreeReader {
    private final Tiles tiles;
    private final long size;

    public TreeReader(Tiles tiles, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("A size is not negative");
        }
        this.tiles = tiles;
        this.size = size;
    }

    /** The root of the tree. */
    public Hash root() {
        return size == 0
                ? TreeHashing.EMPTY
                : hashes(List.of(new Span(0, size))).get(0);
    }

    /** The leaf hash at an index below the size. */
    public Hash leaf(long index) {
        return hashes(List.of(new Span(within(index), index + 1))).get(0);
    }

    /** That the leaf at an index below the size is in this tree (RFC 6962 section 2.1.1). */
    public InclusionProof inclusion(long index) {
        within(index);
        List<Span> path = new ArrayList<>();
        Span span = new Span(0, size);
        while (span.leaves() > 1) {
            boolean isLeft = index < span.middle();
            path.add(isLeft ? span.right() : span.left());
            span = isLeft ? span.left() : span.right();
        }
        Collections.reverse(path);
        return new InclusionProof(index, size, hashes(path));
    }

    /** That this tree begins with the one of an older size, at most its own (RFC 6962 section 2.1.2). */
    public ConsistencyProof consistency(long oldSize) {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("The old size is from 0 to the size of the tree");
        }
        return new ConsistencyProof(oldSize, size, oldSize == 0 ? List.of() : hashes(beside(oldSize)));
    }

    private List<Span> beside(long oldSize) {
        List<Span> path = new ArrayList<>();
        Span span = new Span(0, size);
        while (span.end() != oldSize) {
            boolean isLeft = oldSize <= span.middle();
            path.add(isLeft ? span.right() : span.left());
            span = isLeft ? span.left() : span.right();
        }
        if (span.begin() != 0) { // else it is the old tree itself, whose root the reader of the proof knows
            path.add(span);
        }
        Collections.reverse(path);
        return path;
    }

    private List<Hash> hashes(List<Span> spans) {
        SubtreeHashes found = SubtreeHashes.read(
                tiles,
                size,
                spans.stream().flatMap(span -> span.subtrees().stream()).toList());
        return spans.stream()
                .map(span -> new CompactRange(span.begin(), span.end(), found.of(span.subtrees())).folded())
                .toList();
    }

    private long within(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("An index is from 0 to below the size of the tree");
        }
        return index;
    }
}
