package nl.sluiswachter.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.entry.MalformedLeaf;
import nl.sluiswachter.transferlog.merkle.BundleAddress;
import nl.sluiswachter.transferlog.merkle.EntryBundle;
import nl.sluiswachter.transferlog.merkle.Limits;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.TileAddress;
import nl.sluiswachter.transferlog.merkle.TreeHashing;

/**
 * The leaves of a log, in bundles of 256.
 *
 * @param size how many there are, as its checkpoint says
 */
record Leaves(LogSource source, long size) {

    private static final int WIDTH = TileAddress.FULL;
    private static final int BUNDLE_BYTES = WIDTH * (Short.BYTES + Limits.ENTRY_BYTES);

    /** So many from one that begins a bundle, or fewer at the end. */
    List<byte[]> read(long first, int count) throws IOException, Refuted {
        List<byte[]> leaves = new ArrayList<>();
        for (long at = first; at < Math.min(first + count, size); at += WIDTH) {
            leaves.addAll(bundle(at / WIDTH));
        }
        return leaves;
    }

    /** Those of one bundle. */
    List<byte[]> bundle(long number) throws IOException, Refuted {
        int width = (int) Math.min(WIDTH, size - number * WIDTH);
        String path = new BundleAddress(number, width).path();
        byte[] bytes = source.read(path, BUNDLE_BYTES)
                .orElseThrow(() -> new Refuted("The leaves from %d on are gone: the checkpoint says there are %d."
                        .formatted(number * WIDTH, size)));
        try {
            return EntryBundle.decode(bytes, width);
        } catch (Malformed e) {
            throw new Refuted(
                    "The leaves from %d on cannot be told apart: %s".formatted(number * WIDTH, e.getMessage()));
        }
    }

    /** What a leaf says. */
    static Leaf parse(long index, byte[] bytes) throws Refuted {
        try {
            return Leaf.parse(bytes);
        } catch (MalformedLeaf e) {
            throw new Refuted("Leaf %d is not one: what stands there has leaf hash %s. %s."
                    .formatted(index, TreeHashing.leaf(bytes), e.getMessage()));
        }
    }
}
