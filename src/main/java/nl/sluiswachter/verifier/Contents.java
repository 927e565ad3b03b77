package nl.sluiswachter.verifier;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.entry.Leaf;

/**
 * The entries of an export, in files of 65,536 leaves, one JSON line each in the order of the leaves. Reads on as far as it is
 * asked and keeps nothing.
 */
final class Contents implements Closeable {

    /** Leaves in one file. */
    static final int PER_FILE = 1 << 16;

    /** Entries that are in no leaf; empty or absent when all is well. */
    static final String WITHOUT_LEAF = "entries/without-leaf.jsonl";

    private final LogSource source;
    private final boolean present;
    private final OnceOnly decisions = new OnceOnly();
    private final Destroyed destroyed;
    private final Findings findings = new Findings();
    private final List<Archive> archives = new ArrayList<>();
    private MappingIterator<ExportedEntry> file = MappingIterator.emptyIterator();
    private ExportedEntry ahead;
    private long subjects;

    /**
     * @param archives of months that are not in the source any more
     * @param outside when others saw how much of the log
     */
    Contents(LogSource source, List<Path> archives, Outside outside) throws IOException {
        this.source = source;
        this.destroyed = new Destroyed(outside);
        for (Path file : archives) {
            this.archives.add(new Archive(file));
        }
        Optional<InputStream> first = source.open(name(0));
        this.present = first.isPresent();
        if (present) {
            first.get().close();
        }
    }

    /** The file with the entry of this leaf. */
    static String name(long index) {
        return String.format(Locale.ROOT, "entries/%06d.jsonl", index / PER_FILE);
    }

    /** Whether there are contents at all: a gateway publishes none. */
    boolean present() {
        return present;
    }

    /** How many entries had their subjects with them. */
    long subjects() {
        return subjects;
    }

    /** Compares the next leaf of the tree with the entry that is said to be its content. */
    void take(long index, Leaf leaf) throws IOException {
        if (!present) {
            return;
        }
        if (index % PER_FILE == 0) {
            tellLeftOver();
            open(index);
        }
        ExportedEntry entry = next(index);
        if (entry == null) {
            findings.add("The entry at %s is gone: its leaf has hash %s and nothing with that place is left."
                    .formatted(Places.named(index, leaf), leaf.entry()));
        } else {
            findings.collect(() -> compare(index, leaf, entry));
        }
    }

    private void compare(long index, Leaf leaf, ExportedEntry entry) throws IOException, Refuted {
        entry.compare(index, leaf);
        if (entry.isDestroyed()) {
            destroyed.gone(index);
            return;
        }
        try {
            Entry content = Entry.read(entry.entry());
            destroyed.present(index, content);
            if (content.decides()) {
                decisions.add(content.transferId(), index);
            }
            entry.compareFiled(leaf, content);
            entry.compareSubjects(leaf, content);
            subjects += entry.subjects() == null ? 0 : 1;
        } catch (Unreadable e) {
            throw new Refuted("The entry at %s with hash %s cannot be read. %s"
                    .formatted(Places.named(index, leaf), leaf.entry(), e.getMessage()));
        }
    }

    /** What is not as it must be. */
    Findings findings() {
        return findings;
    }

    /** What was destroyed, and what is told of it. */
    Destroyed destroyed() {
        return destroyed;
    }

    /** After the last leaf: that nothing is left, that nothing stands outside the tree, and no transfer was decided twice. */
    void end() throws IOException {
        if (!present) {
            return;
        }
        tellLeftOver();
        file.close();
        Optional<InputStream> strange = source.open(WITHOUT_LEAF);
        if (strange.isPresent()) {
            file = ExportedEntry.READER.readValues(strange.get());
            tellLeftOver();
        }
        findings.collect(decisions::refuseRepeated);
    }

    private void open(long index) throws IOException {
        file.close();
        Optional<InputStream> in = source.open(name(index));
        file = in.isPresent() ? ExportedEntry.READER.readValues(in.get()) : MappingIterator.emptyIterator();
    }

    /** The line of this leaf, here or in an archive. Lines come in the order of leaves, so a smaller number is one too many. */
    private ExportedEntry next(long index) throws IOException {
        while (hasNext() && ahead.index() < index) {
            tellStrange();
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
            ahead = read();
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

    private ExportedEntry read() throws IOException {
        try {
            return file.hasNextValue() ? file.nextValue() : null;
        } catch (JacksonException e) {
            throw new Unreadable("A line of the export is not an entry as docs/verifying-the-log.md describes it.");
        }
    }

    private void tellLeftOver() throws IOException {
        while (hasNext()) {
            tellStrange();
        }
    }

    private void tellStrange() {
        String what = ahead.isDestroyed() ? "nothing left" : "hash " + EntryHash.of(ahead.entry());
        findings.add("The entry at shard %d, position %d with %s was added: no leaf is for it."
                .formatted(ahead.shard(), ahead.position(), what));
        ahead = null;
    }

    @Override
    public void close() throws IOException {
        file.close();
        decisions.close();
        for (Archive archive : archives) {
            archive.close();
        }
    }
}
