package nl.sluiswachter.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Where a log is read: a folder with an export, or the public address of the gateway. Both name their parts alike (C2SP
 * tlog-tiles): {@code checkpoint}, {@code tile/...} and {@code tile/entries/...}; an export may have {@code entries/...} too.
 * Nothing that is read here is trusted.
 */
public interface LogSource {

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
}
