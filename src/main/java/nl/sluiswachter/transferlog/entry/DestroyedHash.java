package nl.sluiswachter.transferlog.entry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import nl.sluiswachter.transferlog.merkle.Hash;

/**
 * What an entry of kind DESTRUCTION says of the entries it names: SHA-256 over their leaves in order of position, each followed
 * by a line feed. The database makes it when it destroys them (migration V011).
 */
public final class DestroyedHash {

    private final MessageDigest digest = sha256();

    /** The next in order of position. */
    public void add(Leaf leaf) {
        digest.update(leaf.bytes());
        digest.update((byte) '\n');
    }

    /** Over all that were added; call it once. */
    public Hash value() {
        return Hash.of(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
