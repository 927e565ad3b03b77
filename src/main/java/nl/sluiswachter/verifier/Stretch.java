package nl.sluiswachter.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.CompactRange;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.TreeHashing;

/** What the check of a stretch noted, for whoever looks at the log as a whole. */
final class Stretch {

    private final long first;
    private final List<Leaf> leaves = new ArrayList<>();
    private final TileRow tiles;
    private final List<Hash> roots = new ArrayList<>();
    private final List<CompactRange> ranges = new ArrayList<>();
    private final List<Noted> notes = new ArrayList<>();
    private final Compared compared = new Compared();
    private Exception failure;

    /**
     * @param first index of its first leaf
     * @param tiles of its leaves
     */
    Stretch(long first, TileRow tiles) {
        this.first = first;
        this.tiles = tiles;
    }

    /**
     * Something about the entry of a leaf; one of the three.
     *
     * @param entry it is there, as an outline; else null
     * @param wrong a sentence about what is not as it must be; else null
     */
    record Noted(long index, Entry entry, String wrong) {

        /** Nothing is left of it but its place. */
        boolean isGone() {
            return entry == null && wrong == null;
        }
    }

    long first() {
        return first;
    }

    /** The next leaf; its hash in the tree. */
    Hash add(byte[] leaf) throws IOException, Refuted {
        leaves.add(Leaves.parse(first + leaves.size(), leaf));
        Hash hash = TreeHashing.leaf(leaf);
        tiles.append(hash).ifPresent(roots::add);
        return hash;
    }

    void add(CompactRange range) {
        ranges.add(range);
    }

    void gone(long index) {
        notes.add(new Noted(index, null, null));
    }

    void present(long index, Entry entry) {
        notes.add(new Noted(index, entry.outline(), null));
    }

    void wrong(long index, String sentence) {
        notes.add(new Noted(index, null, sentence));
    }

    /** It was held against its leaf with all that the line has. */
    void compared(ExportedEntry entry) {
        compared.add(entry);
    }

    /** What comes after was not looked at. */
    void stop(Exception why) {
        failure = why;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    /** Of its leaves, as far as they were compared. */
    TileRow tiles() {
        return tiles;
    }

    /** Of those that are full. */
    List<Hash> roots() {
        return roots;
    }

    /** Its leaves hashed together, in pieces that follow one another. */
    List<CompactRange> ranges() {
        return ranges;
    }

    /** In the order of leaves. */
    List<Noted> notes() {
        return notes;
    }

    /** With how much of what stands beside entries they were compared. */
    Compared compared() {
        return compared;
    }

    /** Says why it was not looked at whole, if it was not. */
    void refuseStopped() throws IOException, Refuted {
        if (failure instanceof Refuted refuted) {
            throw refuted;
        }
        if (failure instanceof IOException unreadable) {
            throw unreadable;
        }
    }
}
