package nl.sluiswachter.transferlog.entry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.TreeHashing;

/**
 * What the tree holds of an entry, and everybody may read: where it stands and the hash of its content. It says nothing
 * about anybody and stays when the entry is erased.
 *
 * @param entry SHA-256 of the entry's bytes
 */
public record Leaf(int shard, long position, Hash entry) {

    private static final String FORMAT = "sluiswachter/entry/1";
    private static final int PARTS = 4;

    /** Reads {@link #bytes()}: what does not give the same bytes again is none. The error names what is expected. */
    public static Leaf parse(byte[] bytes) throws MalformedLeaf {
        String[] parts = new String(bytes, StandardCharsets.ISO_8859_1).split(" ", PARTS);
        try {
            Leaf leaf = new Leaf(Integer.parseInt(parts[1]), Long.parseLong(parts[2]), Hash.parse(parts[3]));
            if (leaf.shard >= 0 && leaf.position >= 0 && Arrays.equals(bytes, leaf.bytes())) {
                return leaf;
            }
        } catch (Malformed | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // said below
        }
        throw new MalformedLeaf();
    }

    /** One line of text: format, shard, position, hash in base64. */
    public byte[] bytes() {
        return (FORMAT + " " + shard + " " + position + " " + entry.base64()).getBytes(StandardCharsets.US_ASCII);
    }

    /** The hash of the leaf in the tree (RFC 6962). */
    public Hash hash() {
        return TreeHashing.leaf(bytes());
    }
}
