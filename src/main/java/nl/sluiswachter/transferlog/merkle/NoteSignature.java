package nl.sluiswachter.transferlog.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One signature on a note: the key it claims to be of, and the bytes only that kind of key can judge. */
public final class NoteSignature {
    private static final String DASH = "\u2014 ";
    private static final int ID_BYTES = Integer.BYTES;

    private final NoteKey key;
    private final byte[] bytes;

    private NoteSignature(NoteKey key, byte[] bytes) {
        this.key = key;
        this.bytes = bytes;
    }

    /** A signature by a key; the bytes are those after the key id. */
    public static NoteSignature of(NoteKey key, byte[] bytes) {
        if (bytes.length == 0 || bytes.length > Limits.SIGNATURE_BYTES) {
            throw new IllegalArgumentException(Malformation.SIGNATURE_LENGTH.sentence());
        }
        return new NoteSignature(key, bytes.clone());
    }

    /** Reads the answer of a witness: one or more signature lines (C2SP tlog-witness). */
    public static List<NoteSignature> parseLines(byte[] answer) throws Malformed {
        String text =
                StrictText.utf8(answer, Limits.NOTE_BYTES, Malformation.NOTE_TOO_LARGE, Malformation.NOTE_ENCODING);
        if (!text.startsWith(DASH) || !text.endsWith("\n")) {
            throw new Malformed(Malformation.COSIGNATURES_FORM);
        }
        return lines(text);
    }

    static List<NoteSignature> lines(String lines) throws Malformed {
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
            if (signatures.size() == Limits.SIGNATURES) {
                throw new Malformed(Malformation.NOTE_TOO_MANY_SIGNATURES);
            }
            NoteSignature signature = parse(line);
            if (signatures.stream().anyMatch(other -> other.key.equals(signature.key))) {
                throw new Malformed(Malformation.NOTE_DUPLICATE_SIGNATURE);
            }
            signatures.add(signature);
        }
        return List.copyOf(signatures);
    }

    private static NoteSignature parse(String line) throws Malformed {
        String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
        if (parts.length != 2) {
            throw new Malformed(Malformation.SIGNATURE_LINE);
        }
        if (!NoteKey.isName(parts[0])) {
            throw new Malformed(Malformation.KEY_NAME);
        }
        byte[] bytes = StrictText.base64(parts[1]).orElseThrow(() -> new Malformed(Malformation.SIGNATURE_LINE));
        if (bytes.length <= ID_BYTES || bytes.length > ID_BYTES + Limits.SIGNATURE_BYTES) {
            throw new Malformed(Malformation.SIGNATURE_LENGTH);
        }
        NoteKey key = new NoteKey(parts[0], ByteBuffer.wrap(bytes).getInt());
        return new NoteSignature(key, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
    }

    /** The key it claims to be of. */
    public NoteKey key() {
        return key;
    }

    /** A copy of the bytes after the key id. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The signature line with its end. */
    public String line() {
        byte[] id = ByteBuffer.allocate(ID_BYTES).putInt(key.id()).array();
        return DASH + key.name() + " " + StrictText.base64(StrictText.joined(id, bytes)) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature signature
                && key.equals(signature.key)
                && Arrays.equals(bytes, signature.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Arrays.hashCode(bytes);
    }
}
