package nl.sluiswachter.verifier;

import java.io.IOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.CompactRange;
import nl.sluiswachter.transferlog.merkle.Frontier;
import nl.sluiswachter.transferlog.merkle.TileAddress;

/**
 * A whole log from its first leaf to its last. Stretches of it are checked by themselves on all cores ({@link StretchCheck});
 * here they are put together in their order: the tree, the places of entries, and what may be in the log but once.
 */
final class LogCheck {

    private static final int WIDTH = TileAddress.FULL;

    private final Checkpoint head;
    private final List<Anchor> anchors;
    private final Contents contents;
    private final LongConsumer progress;
    private final Leaves leaves;
    private final Places places = new Places();
    private final TileCheck tiles;
    private final Frontier tree = Frontier.empty();

    LogCheck(LogSource source, LogHead log, Contents contents, LongConsumer progress) {
        this.head = log.head();
        this.anchors = log.anchors();
        this.contents = contents;
        this.progress = progress;
        this.leaves = new Leaves(source, head.size());
        this.tiles = new TileCheck(source);
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
        tiles.end();
        if (!tree.root().equals(head.root())) {
            throw differing();
        }
        tiles.sentences().forEach(contents.findings()::add);
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
        tiles.take(stretch);
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

    /** Says where, as far as tiles have the hashes of the leaves once more. */
    private Refuted differing() throws IOException, Refuted {
        if (tiles.changedLeaf().isEmpty()) {
            return new Refuted("All %d leaves together have root %s and the checkpoint has %s."
                    .formatted(head.size(), tree.root(), head.root()));
        }
        TileRow.Changed changed = tiles.changedLeaf().get();
        long index = changed.leaf();
        Leaf leaf = Leaves.parse(index, leaves.bundle(index / WIDTH).get((int) (index % WIDTH)));
        return new Refuted("The leaf of the entry at %s was changed: it has hash %s and its tile has %s."
                .formatted(Places.named(index, leaf), leaf.hash(), changed.stands()));
    }
}
