package nl.sluiswachter.transferlog.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * How the bytes of an entry are stored: one byte with the number of a dictionary, then the entry deflated with it (RFC 1951).
 * Entries resemble each other, so that most of one is in the dictionary already. Hashes are over the entry, never over this.
 */
public final class PackedEntry {

    /** Longest entry, in bytes. */
    public static final int LONGEST = 1 << 20;

    private static final byte FIRST = 1;
    private static final byte[] DICTIONARY = dictionary("/log/entry-dictionary-1.txt");
    private static final int ENOUGH = 4;
    private static final int BLOCK = 4_096;

    /** One for each thread: a new one costs as much as what it does here. */
    private static final ThreadLocal<Inflater> INFLATER = ThreadLocal.withInitial(() -> new Inflater(true));

    private PackedEntry() {}

    /** Packs an entry of at most {@link #LONGEST} bytes. */
    public static byte[] pack(byte[] entry) {
        if (entry.length > LONGEST) {
            throw new IllegalArgumentException("An entry has at most " + LONGEST + " bytes");
        }
        Deflater deflater = new Deflater(ENOUGH, true);
        try {
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(entry);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            packed.write(FIRST);
            byte[] block = new byte[BLOCK];
            while (!deflater.finished()) {
                packed.write(block, 0, deflater.deflate(block));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /**
     * The entry that was packed.
     *
     * @throws MalformedEntry when these bytes are no packed entry
     */
    public static byte[] unpack(byte[] packed) throws MalformedEntry {
        if (packed.length < 2 || packed[0] != FIRST) {
            throw new MalformedEntry("A stored entry must begin with the number of a known dictionary");
        }
        Inflater inflater = INFLATER.get();
        try {
            inflater.reset();
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(packed, 1, packed.length - 1);
            return inflated(inflater);
        } catch (DataFormatException e) {
            throw new MalformedEntry("A stored entry must be deflated as RFC 1951 says");
        }
    }

    private static byte[] inflated(Inflater inflater) throws DataFormatException, MalformedEntry {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        while (!inflater.finished()) {
            int read = inflater.inflate(block);
            if (read == 0) {
                throw new MalformedEntry("A stored entry must not be cut off");
            }
            entry.write(block, 0, read);
            if (entry.size() > LONGEST) {
                throw new MalformedEntry("A stored entry has at most " + LONGEST + " bytes");
            }
        }
        if (inflater.getRemaining() > 0) {
            throw new MalformedEntry("Nothing may follow on a stored entry");
        }
        return entry.toByteArray();
    }

    private static byte[] dictionary(String resource) {
        try (InputStream file = PackedEntry.class.getResourceAsStream(resource)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
