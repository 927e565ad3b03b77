package nl.sluiswachter.transferlog.merkle;

import java.nio.ByteBuffer;

/** What a signature line says of its key: a name and a number of 32 bits (C2SP signed-note); together they are one key. */
public record NoteKey(String name, int id) {
    private static final byte NEWLINE = '\n';

    public NoteKey {
        if (!isName(name)) {
            throw new IllegalArgumentException(Malformation.KEY_NAME.sentence());
        }
    }

    /** The key id of a public key: the first 4 bytes of SHA-256(name, newline, type, public key). */
    public static NoteKey of(String name, byte type, byte[] publicKey) {
        byte[] hash =
                TreeHashing.sha256(StrictText.joined(StrictText.utf8(name), new byte[] {NEWLINE, type}, publicKey));
        return new NoteKey(name, ByteBuffer.wrap(hash).getInt());
    }

    /** The id as 8 lowercase hex digits. */
    public String hexId() {
        return "%08x".formatted(id);
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= Limits.NAME_CHARACTERS
                && name.codePoints().allMatch(NoteKey::mayBeInName);
    }

    private static boolean mayBeInName(int c) {
        return c != '+'
                && !Character.isSpaceChar(c)
                && !Character.isWhitespace(c)
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.SURROGATE;
    }
}
