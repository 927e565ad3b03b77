package nl.sluiswachter.verifier;

import java.io.IOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.CompactRange;
import nl.sluiswachter.transferlog.merkle.Frontier;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.Tile;
import nl.sluiswachter.transferlog.merkle.TileAddress;

/**
 * A whole log from its first leaf to its last. Stretches of it are checked by themselves on all cores ({@link StretchCheck});
 * here they are put together in their order: the tree, the places of entries, and what may be in the log but once.
 */
final class LogCheck {

    private static final int WIDTH = TileAddress.FULL;

    private final LogSource source;
    private final Checkpoint head;
    private final List<Anchor> anchors;
    private final Contents contents;
    private final LongConsumer progress;
    private final Leaves leaves;
    private final Places places = new Places();
    private final Frontier tree = Frontier.empty();

    LogCheck(LogSource source, LogHead log, Contents contents, LongConsumer progress) {
        this.source = source;
        this.head = log.head();
        this.anchors = log.anchors();
        this.contents = contents;
        this.progress = progress;
        this.leaves = new Leaves(source, head.size());
    }

    /** Goes through the log, and tells of all that is not as it must be. */
    void run() throws IOException, Refuted {
        contents.findings().collect(this::goThrough);
        contents.findings().refuse();
    }

    private void goThrough() throws IOException, Refuted {
        compareWithEarlier();
        Set<Long> cuts = anchors.stream().map(anchor -> anchor.tree().size()).collect(Collectors.toSet());
        long stretches = (head.size() + LogSource.STRETCH - 1) / LogSource.STRETCH;
        try (InOrder<Stretch> checked =
                new InOrder<>(contents.threads(), stretches, number -> contents.check(leaves, cuts, number))) {
            for (Stretch stretch = checked.next(); stretch != null; stretch = checked.next()) {
                take(stretch);
                progress.accept(tree.end());
            }
        }
        if (!tree.root().equals(head.root())) {
            throw differing();
        }
        contents.end(places, stretches * LogSource.STRETCH);
        compareDestroyed();
    }

    /** The leaves once more: only now is it known which of the missing entries the log tells of. */
    private void compareDestroyed() throws IOException, Refuted {
        Destroyed destroyed = contents.destroyed();
        for (long index = 0; index < head.size() && !destroyed.isNothing(); ) {
            for (byte[] bytes : leaves.bundle(index / WIDTH)) {
                destroyed.compare(index, Leaves.parse(index++, bytes));
            }
        }
        tellUnexcused(destroyed.end(contents.findings()));
    }

    private void tellUnexcused(BitSet unexcused) throws IOException, Refuted {
        for (int at = unexcused.nextSetBit(0); at >= 0; ) {
            List<byte[]> bundle = leaves.bundle(at / WIDTH);
            int first = at / WIDTH * WIDTH;
            for (; at >= 0 && at < first + bundle.size(); at = unexcused.nextSetBit(at + 1)) {
                contents.findings().add(Destroyed.unexcused(at, Leaves.parse(at, bundle.get(at - first))));
            }
        }
    }

    private void take(Stretch stretch) throws IOException, Refuted {
        Iterator<Stretch.Noted> notes = stretch.notes().iterator();
        Stretch.Noted noted = notes.hasNext() ? notes.next() : null;
        long index = stretch.first();
        for (Leaf leaf : stretch.leaves()) {
            take(index, leaf);
            while (noted != null && noted.index() == index) {
                contents.take(noted);
                noted = notes.hasNext() ? notes.next() : null;
            }
            index++;
        }
        contents.end(stretch);
        stretch.refuseStopped();
        for (CompactRange range : stretch.ranges()) {
            tree.append(range);
            compareWithEarlier();
        }
    }

    private void take(long index, Leaf leaf) throws IOException {
        contents.findings().collect(() -> places.take(index, leaf));
    }

    private void compareWithEarlier() throws Refuted {
        for (Anchor anchor : anchors) {
            if (anchor.tree().size() == tree.end()) {
                anchor.compare(tree.root());
            }
        }
    }

    /** Looks where: the tiles hold the hashes of the leaves once more. */
    private Refuted differing() throws IOException, Refuted {
        for (long number = 0; number * WIDTH < head.size(); number++) {
            List<byte[]> bundle = leaves.bundle(number);
            Optional<Tile> tile = tile(new TileAddress(0, number, bundle.size()));
            for (int i = 0; tile.isPresent() && i < bundle.size(); i++) {
                Leaf leaf = Leaves.parse(number * WIDTH + i, bundle.get(i));
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
}
