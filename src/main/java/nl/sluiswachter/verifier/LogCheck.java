package nl.sluiswachter.verifier;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.entry.MalformedLeaf;
import nl.sluiswachter.transferlog.merkle.BundleAddress;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.EntryBundle;
import nl.sluiswachter.transferlog.merkle.Frontier;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.Limits;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.Tile;
import nl.sluiswachter.transferlog.merkle.TileAddress;

/**
 * A whole log from its first leaf to its last: each is hashed into the tree, its place is checked and, where an export has it,
 * its entry. Holds one bundle at a time.
 */
final class LogCheck {

    private static final int WIDTH = TileAddress.FULL;
    private static final int BUNDLE_BYTES = WIDTH * (Short.BYTES + Limits.ENTRY_BYTES);

    private final LogSource source;
    private final Checkpoint head;
    private final List<Anchor> anchors;
    private final Contents contents;
    private final LongConsumer progress;
    private final Places places = new Places();
    private final Frontier tree = Frontier.empty();

    LogCheck(LogSource source, LogHead log, Contents contents, LongConsumer progress) {
        this.source = source;
        this.head = log.head();
        this.anchors = log.anchors();
        this.contents = contents;
        this.progress = progress;
    }

    /** Goes through the log, and tells of all that is not as it must be. */
    void run() throws IOException, Refuted {
        contents.findings().collect(this::goThrough);
        contents.findings().refuse();
    }

    private void goThrough() throws IOException, Refuted {
        compareWithEarlier();
        while (tree.end() < head.size()) {
            for (byte[] bytes : bundle(tree.end() / WIDTH)) {
                take(bytes);
            }
            progress.accept(tree.end());
        }
        if (!tree.root().equals(head.root())) {
            throw differing();
        }
        contents.end();
        compareDestroyed();
    }

    /** The leaves once more: only now is it known which of the missing entries the log tells of. */
    private void compareDestroyed() throws IOException, Refuted {
        Destroyed destroyed = contents.destroyed();
        for (long index = 0; index < head.size() && !destroyed.isNothing(); ) {
            for (byte[] bytes : bundle(index / WIDTH)) {
                destroyed.compare(index++, leaf(bytes));
            }
        }
        destroyed.end(contents.findings());
    }

    private void take(byte[] bytes) throws IOException, Refuted {
        long index = tree.end();
        Leaf leaf;
        try {
            leaf = Leaf.parse(bytes);
        } catch (MalformedLeaf e) {
            throw new Refuted("Leaf " + index + " is not one. " + e.getMessage() + ".");
        }
        tree.append(leaf.hash());
        contents.findings().collect(() -> places.take(index, leaf));
        contents.take(index, leaf);
        compareWithEarlier();
    }

    private void compareWithEarlier() throws Refuted {
        for (Anchor anchor : anchors) {
            if (anchor.tree().size() == tree.end()) {
                anchor.compare(tree.root());
            }
        }
    }

    private List<byte[]> bundle(long number) throws IOException, Refuted {
        int width = (int) Math.min(WIDTH, head.size() - number * WIDTH);
        String path = new BundleAddress(number, width).path();
        byte[] bytes = source.read(path, BUNDLE_BYTES)
                .orElseThrow(() -> new Refuted("The leaves from %d on are gone: the checkpoint says there are %d."
                        .formatted(number * WIDTH, head.size())));
        try {
            return EntryBundle.decode(bytes, width);
        } catch (Malformed e) {
            throw new Refuted(
                    "The leaves from %d on cannot be told apart: %s".formatted(number * WIDTH, e.getMessage()));
        }
    }

    /** Looks where: the tiles hold the hashes of the leaves once more. */
    private Refuted differing() throws IOException, Refuted {
        for (long number = 0; number * WIDTH < head.size(); number++) {
            List<byte[]> leaves = bundle(number);
            Optional<Tile> tile = tile(new TileAddress(0, number, leaves.size()));
            for (int i = 0; tile.isPresent() && i < leaves.size(); i++) {
                Leaf leaf = leaf(leaves.get(i));
                Hash known = tile.get().hash(i);
                if (!leaf.hash().equals(known)) {
                    return new Refuted("The leaf of the entry at %s was changed: it has hash %s and its tile has %s."
                            .formatted(Places.named(number * WIDTH + i, leaf), leaf.hash(), known));
                }
            }
        }
        return new Refuted("All %d leaves together have root %s and the checkpoint has %s."
                .formatted(head.size(), tree.root(), head.root()));
    }

    private Optional<Tile> tile(TileAddress address) throws IOException, Refuted {
        Optional<byte[]> bytes = source.read(address.path(), WIDTH * Hash.LENGTH);
        try {
            return bytes.isEmpty() ? Optional.empty() : Optional.of(Tile.of(address, bytes.get()));
        } catch (Malformed e) {
            throw new Refuted(e.getMessage());
        }
    }

    private static Leaf leaf(byte[] bytes) {
        try {
            return Leaf.parse(bytes);
        } catch (MalformedLeaf e) {
            throw new IllegalStateException("It was one a moment ago", e);
        }
    }
}
