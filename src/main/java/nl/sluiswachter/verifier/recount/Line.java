package nl.sluiswachter.verifier.recount;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One line of an export, as far as it is counted.
 *
 * @param index of its leaf
 * @param packed a byte 1, then the entry deflated (RFC 1951) with a dictionary; in base64; null when it was destroyed
 */
record Line(long index, String shard, long position, String packed) {

    /** Exactly the members that an export writes, each once: what has others could hold another entry in them. */
    private static final Pattern FORM = Pattern.compile("\\{\"index\":(\\d+),\"shard\":(\\d+),\"position\":(\\d+)"
            + "(?:,\"packed\":\"([A-Za-z0-9+/=]+)\"(?:,\"seed\":\"[A-Za-z0-9+/=]+\")?(?:,\"subjects\":\\[[^\\[\\]]*\\])?"
            + "(?:,\"filed\":\\{[^{}]*\\})?"
            + "|,\"recordedAt\":\"[0-9TZ:.-]+\",\"kind\":\"[A-Z_]+\")(?:,\"hash\":\"[A-Za-z0-9+/=]*\")?\\}");

    private static final int LONGEST = 1 << 20;

    /** @throws IllegalArgumentException when it has not the form of one */
    static Line of(String text) {
        Matcher line = FORM.matcher(text);
        if (!line.matches()) {
            throw new IllegalArgumentException("not a line");
        }
        return new Line(Long.parseLong(line.group(1)), line.group(2), Long.parseLong(line.group(3)), line.group(4));
    }

    /** The exact bytes; those that are stored where these are none of an entry. */
    byte[] entry(byte[] dictionary) {
        byte[] stored;
        try {
            stored = Base64.getDecoder().decode(packed);
        } catch (IllegalArgumentException e) {
            return packed.getBytes(ISO_8859_1);
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(dictionary);
            inflater.setInput(stored, 1, stored.length - 1);
            byte[] entry = new byte[Math.min(LONGEST, 16 * stored.length)];
            int length = inflater.inflate(entry);
            while (!inflater.finished() && length == entry.length && length < LONGEST) {
                entry = Arrays.copyOf(entry, Math.min(LONGEST, 2 * length));
                length += inflater.inflate(entry, length, entry.length - length);
            }
            return inflater.finished() && stored[0] == 1 ? Arrays.copyOf(entry, length) : stored;
        } catch (DataFormatException e) {
            return stored;
        } finally {
            inflater.end();
        }
    }
}
