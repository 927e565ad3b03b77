package nl.sluiswachter.kernel.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts messages at rest: AES-256-GCM under a key of their own, which is wrapped (RFC 3394) by the key-encryption
 * key. What surrounds a message is authenticated along, so under another envelope it does not open.
 */
public final class PayloadCipher {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CHECK = "HmacSHA256";

    private final SecretKey keyEncryptionKey;
    private final SecureRandom random = new SecureRandom();

    /** @param keyEncryptionKey 32 random bytes */
    public PayloadCipher(byte[] keyEncryptionKey) {
        if (keyEncryptionKey.length != KEY_BYTES) {
            throw new IllegalArgumentException("The payload key needs exactly 32 bytes");
        }
        this.keyEncryptionKey = new SecretKeySpec(keyEncryptionKey, "AES");
    }

    /**
     * What is stored of a message.
     *
     * @param wrappedKey the message's own key, wrapped
     * @param ciphertext nonce, then ciphertext with tag
     */
    public record Sealed(byte[] wrappedKey, byte[] ciphertext) {}

    /**
     * A keyed hash of 32 bytes by which nodes see that they hold the same key; it tells nothing about the key.
     *
     * @param label what the hash is for
     */
    public byte[] check(String label) {
        try {
            Mac mac = Mac.getInstance(CHECK);
            mac.init(new SecretKeySpec(keyEncryptionKey.getEncoded(), CHECK));
            return mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }

    /** Encrypts the message for exactly this envelope: its members in a fixed order. */
    public Sealed seal(List<String> envelope, byte[] plain) {
        try {
            SecretKey key = new SecretKeySpec(randomBytes(KEY_BYTES), "AES");
            byte[] nonce = randomBytes(NONCE_BYTES);
            byte[] encrypted = gcm(Cipher.ENCRYPT_MODE, key, nonce, envelope).doFinal(plain);
            return new Sealed(wrap(key), concatenated(nonce, encrypted));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM and AES key wrap are part of every JDK", e);
        }
    }

    /**
     * Decrypts what {@link #seal} made.
     *
     * @throws PayloadTampered when anything differs: key, bytes or a member of the envelope
     */
    public byte[] open(List<String> envelope, Sealed sealed) {
        try {
            ByteBuffer stored = ByteBuffer.wrap(sealed.ciphertext());
            byte[] nonce = new byte[NONCE_BYTES];
            stored.get(nonce);
            byte[] encrypted = new byte[stored.remaining()];
            stored.get(encrypted);
            return gcm(Cipher.DECRYPT_MODE, unwrap(sealed.wrappedKey()), nonce, envelope)
                    .doFinal(encrypted);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new PayloadTampered(e);
        }
    }

    private static Cipher gcm(int mode, SecretKey key, byte[] nonce, List<String> envelope)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        for (String member : envelope) {
            authenticate(cipher, member.getBytes(StandardCharsets.UTF_8));
        }
        return cipher;
    }

    /** Each member after its length, so that no two envelopes run into the same bytes. */
    private static void authenticate(Cipher cipher, byte[] member) {
        cipher.updateAAD(
                ByteBuffer.allocate(Integer.BYTES).putInt(member.length).array());
        cipher.updateAAD(member);
    }

    private byte[] wrap(SecretKey key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AESWrap");
        cipher.init(Cipher.WRAP_MODE, keyEncryptionKey);
        return cipher.wrap(key);
    }

    private SecretKey unwrap(byte[] wrapped) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AESWrap");
        cipher.init(Cipher.UNWRAP_MODE, keyEncryptionKey);
        return (SecretKey) cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
