package nl.sluiswachter.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.transferlog.entry.Leaf;

/**
 * Where a log is read: a folder with an export, the public address of the gateway, or its database. All name their parts alike
 * (C2SP tlog-tiles): {@code checkpoint}, {@code tile/...} and {@code tile/entries/...}; an export may have {@code entries/...}
 * too. Nothing that is read here is trusted. Several threads read at a time.
 */
public interface LogSource {

    /** Entries of so many leaves are read together: one file of an export. */
    int STRETCH = 1 << 16;

    /** Entries that are in no leaf; empty or absent when all is well. */
    String WITHOUT_LEAF = "entries/without-leaf.jsonl";

    /** The file of an export with the entry of this leaf. */
    static String name(long index) {
        return String.format(Locale.ROOT, "entries/%06d.jsonl", index / STRETCH);
    }

    /**
     * A part of the log; empty when there is none of this name.
     *
     * @throws IOException when it cannot be told
     */
    Optional<InputStream> open(String path) throws IOException;

    /** Whether the entries belong to it: a gateway publishes none, and so what they say cannot be missed there. */
    default boolean shouldHaveEntries() {
        return false;
    }

    /** A part that is small, whole. */
    default Optional<byte[]> read(String path, int limit) throws IOException {
        Optional<InputStream> part = open(path);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = part.get()) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new Unreadable("A part of the log is larger than it can be.");
            }
            return Optional.of(bytes);
        }
    }

    /** Whether entries can be read here at all. */
    default boolean hasEntries() throws IOException {
        Optional<InputStream> file = open(name(0));
        if (file.isPresent()) {
            file.get().close();
        }
        return file.isPresent();
    }

    /**
     * What is here as the entries of these leaves.
     *
     * @param first index of the first leaf, which begins a stretch
     */
    default Entries entries(long first, List<Leaf> leaves) throws IOException {
        return file(name(first));
    }

    /**
     * Entries that no leaf is for.
     *
     * @param next of each shard that the tree knows, the first position that it has not
     */
    default Entries withoutLeaf(Map<Integer, Long> next) throws IOException {
        return file(WITHOUT_LEAF);
    }

    private Entries file(String path) throws IOException {
        Optional<InputStream> file = open(path);
        return new EntryFile(file.isPresent() ? file.get() : InputStream.nullInputStream(), path);
    }
}
