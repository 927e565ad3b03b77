package nl.sluiswachter.verifier;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
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

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build()
            .readerFor(ExportedEntry.class);

    private final LogSource source;
    private final boolean present;
    private final OnceOnly decisions = new OnceOnly();
    private final Destroyed destroyed = new Destroyed();
    private MappingIterator<ExportedEntry> file = MappingIterator.emptyIterator();
    private ExportedEntry ahead;
    private long subjects;

    Contents(LogSource source) throws IOException {
        this.source = source;
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
    void take(long index, Leaf leaf) throws IOException, Refuted {
        if (!present) {
            return;
        }
        if (index % PER_FILE == 0) {
            refuseLeftOver();
            open(index);
        }
        ExportedEntry entry = next(index);
        if (entry == null || entry.index() != index) {
            throw new Refuted("The entry at %s is gone: its leaf has hash %s and nothing with that place is left."
                    .formatted(Places.named(index, leaf), leaf.entry()));
        }
        entry.compare(index, leaf);
        ahead = null;
        if (entry.isDestroyed()) {
            destroyed.gone(index);
        } else {
            take(index, leaf, entry);
        }
    }

    private void take(long index, Leaf leaf, ExportedEntry entry) throws IOException, Refuted {
        Entry content = Entry.read(entry.entry());
        entry.compareSubjects(leaf, content);
        subjects += entry.subjects() == null ? 0 : 1;
        if (content.decides()) {
            decisions.add(content.transferId(), index);
        }
        destroyed.present(index, content);
    }

    /** What was destroyed, and what is told of it. */
    Destroyed destroyed() {
        return destroyed;
    }

    /** After the last leaf: that nothing is left, that nothing stands outside the tree, and no transfer was decided twice. */
    void end() throws IOException, Refuted {
        if (!present) {
            return;
        }
        refuseLeftOver();
        file.close();
        Optional<InputStream> strange = source.open(WITHOUT_LEAF);
        if (strange.isPresent()) {
            file = READER.readValues(strange.get());
            refuseLeftOver();
        }
        decisions.refuseRepeated();
    }

    private void open(long index) throws IOException {
        file.close();
        Optional<InputStream> in = source.open(name(index));
        file = in.isPresent() ? READER.readValues(in.get()) : MappingIterator.emptyIterator();
    }

    /** Lines come in the order of leaves, so a smaller number is one too many. */
    private ExportedEntry next(long index) throws IOException, Refuted {
        if (ahead == null) {
            ahead = read();
        }
        if (ahead != null && ahead.index() < index) {
            throw stranger(ahead);
        }
        return ahead;
    }

    private ExportedEntry read() throws IOException {
        try {
            return file.hasNextValue() ? file.nextValue() : null;
        } catch (JacksonException e) {
            throw new Unreadable("A line of the export is not an entry as docs/verifying-the-log.md describes it.");
        }
    }

    private void refuseLeftOver() throws IOException, Refuted {
        ExportedEntry left = ahead == null ? read() : ahead;
        if (left != null) {
            throw stranger(left);
        }
    }

    private static Refuted stranger(ExportedEntry entry) {
        String what = entry.isDestroyed() ? "nothing left" : "hash " + EntryHash.of(entry.entry());
        return new Refuted("The entry at shard %d, position %d with %s was added: no leaf is for it."
                .formatted(entry.shard(), entry.position(), what));
    }

    @Override
    public void close() throws IOException {
        file.close();
        decisions.close();
    }
}
