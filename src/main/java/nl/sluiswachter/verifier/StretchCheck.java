package nl.sluiswachter.verifier;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Frontier;
import nl.sluiswachter.transferlog.merkle.TileAddress;

/**
 * One stretch of the log by itself, while others are checked beside it: its leaves are hashed, and each entry is held against
 * its leaf. What takes the whole log to judge is noted for {@link LogCheck}.
 */
final class StretchCheck {

    /** Entries without a leaf that are named in one stretch; of more, only how many: anybody can make a file of millions. */
    private static final int MOST_STRANGE = 1_000;

    private final LogSource source;
    private final List<Archive> archives;
    private final Stretch stretch;
    private Entries entries;
    private ExportedEntry ahead;
    private long strange;

    /** @param archives of months that are not in the source any more */
    StretchCheck(LogSource source, List<Archive> archives, long first) {
        this.source = source;
        this.archives = archives;
        this.stretch = new Stretch(first, new TileRow(source, 0, first / TileAddress.FULL));
    }

    /**
     * What it comes to.
     *
     * @param cuts sizes of the tree at which its root is wanted
     * @param withEntries whether there are entries to compare
     */
    Stretch run(Leaves leaves, Set<Long> cuts, boolean withEntries) {
        try {
            hash(leaves.read(stretch.first(), LogSource.STRETCH), cuts);
            if (withEntries) {
                compare();
            }
        } catch (Refuted | IOException e) {
            stretch.stop(e);
        }
        return stretch;
    }

    private void hash(List<byte[]> leaves, Set<Long> cuts) throws IOException, Refuted {
        Frontier range = Frontier.startingAt(stretch.first());
        for (byte[] leaf : leaves) {
            range.append(stretch.add(leaf));
            if (cuts.contains(range.end())) {
                stretch.add(range.range());
                range = Frontier.startingAt(range.end());
            }
        }
        stretch.add(range.range());
        stretch.tiles().end();
    }

    private void compare() throws IOException {
        long index = stretch.first();
        try (Entries opened = source.entries(index, stretch.leaves())) {
            entries = opened;
            for (Leaf leaf : stretch.leaves()) {
                take(index++, leaf);
            }
            while (hasNext()) {
                tellStrange(index - 1);
            }
        }
        if (strange > MOST_STRANGE) {
            stretch.wrong(
                    index - 1,
                    "Between leaf %d and leaf %d, %d more entries were added: no leaf is for them."
                            .formatted(stretch.first(), index - 1, strange - MOST_STRANGE));
        }
    }

    private void take(long index, Leaf leaf) throws IOException {
        ExportedEntry entry = next(index);
        if (entry == null) {
            stretch.wrong(
                    index,
                    "The entry at %s is gone: its leaf has hash %s and nothing with that place is left."
                            .formatted(Places.named(index, leaf), leaf.entry()));
            return;
        }
        try {
            compare(index, leaf, entry);
        } catch (Refuted e) {
            stretch.wrong(index, e.getMessage());
        }
    }

    private void compare(long index, Leaf leaf, ExportedEntry entry) throws Refuted {
        byte[] bytes = entry.content();
        entry.compare(index, leaf, bytes);
        if (entry.isDestroyed()) {
            stretch.gone(index);
            entry.compareHash(index, leaf);
            return;
        }
        try {
            Entry content = Entry.read(bytes);
            stretch.present(index, content);
            entry.compareHash(index, leaf);
            entry.compareFiled(leaf, content);
            entry.compareSubjects(leaf, content);
            stretch.compared(entry);
        } catch (Unreadable e) {
            throw new Refuted("The entry at %s with hash %s cannot be read. %s"
                    .formatted(Places.named(index, leaf), leaf.entry(), e.getMessage()));
        }
    }

    /** That of this leaf, here or in an archive. They come in the order of leaves, so a smaller number is one too many. */
    private ExportedEntry next(long index) throws IOException {
        while (hasNext() && ahead.index() < index) {
            tellStrange(index);
        }
        if (ahead == null || ahead.index() != index) {
            return archived(index);
        }
        ExportedEntry entry = ahead;
        ahead = null;
        return entry;
    }

    private boolean hasNext() throws IOException {
        if (ahead == null) {
            ahead = entries.next();
        }
        return ahead != null;
    }

    private ExportedEntry archived(long index) throws IOException {
        for (Archive archive : archives) {
            ExportedEntry entry = archive.find(index);
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    private void tellStrange(long index) {
        if (strange++ < MOST_STRANGE) {
            stretch.wrong(index, strange(ahead));
        }
        ahead = null;
    }

    /** What is said of an entry that no leaf is for. */
    static String strange(ExportedEntry entry) {
        String what = entry.isDestroyed() ? "nothing left" : "hash " + EntryHash.of(entry.content());
        return "The entry at shard %d, position %d with %s was added: no leaf is for it."
                .formatted(entry.shard(), entry.position(), what);
    }
}
