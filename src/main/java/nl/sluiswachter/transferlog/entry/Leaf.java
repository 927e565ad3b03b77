package nl.sluiswachter.transferlog.entry;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern TEXT =
            Pattern.compile(FORMAT + " (0|[1-9][0-9]{0,9}) (0|[1-9][0-9]{0,18}) ([A-Za-z0-9+/]{43}=)");

    /** Reads {@link #bytes()}; the error names what is expected. */
    public static Leaf parse(byte[] bytes) throws MalformedLeaf {
        Matcher text = TEXT.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!text.matches()) {
            throw new MalformedLeaf();
        }
        try {
            return new Leaf(Integer.parseInt(text.group(1)), Long.parseLong(text.group(2)), Hash.parse(text.group(3)));
        } catch (Malformed | NumberFormatException e) {
            throw new MalformedLeaf();
        }
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
