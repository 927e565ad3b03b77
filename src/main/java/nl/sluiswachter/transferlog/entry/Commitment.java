package nl.sluiswachter.transferlog.entry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says of a value nothing, and yet binds to it: SHA-256 over the label, a zero byte, a salt of 32 bytes and the value. Who has
 * the salt can show what the value was; when the salt is destroyed nobody can, and the entry still verifies. Each label of an
 * entry has a salt of its own, made from the seed of the entry: HMAC-SHA-256 of the label.
 */
public final class Commitment {

    /** Length of a seed, of a salt and of a commitment. */
    public static final int BYTES = 32;

    private Commitment() {}

    /** The salt of a label. Knowing it tells nothing about other labels or the seed. */
    public static byte[] salt(byte[] seed, String label) {
        if (seed.length != BYTES) {
            throw new IllegalArgumentException("A seed has 32 bytes");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }

    /** The commitment to a value under a label. */
    public static byte[] of(String label, byte[] salt, byte[] value) {
        if (salt.length != BYTES) {
            throw new IllegalArgumentException("A salt has 32 bytes");
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(label.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(salt);
            return digest.digest(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
