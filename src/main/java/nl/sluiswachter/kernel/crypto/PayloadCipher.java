package nl.sluiswachter.kernel.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.sluiswachter.kernel.Oin;

/**
 * Encrypts messages at rest: AES-256-GCM under a key of their own, which is wrapped (RFC 3394) by the key-encryption
 * key. Transfer id and receiver are authenticated along, so a row moved to another transfer or receiver does not open.
 */
public final class PayloadCipher {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

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

    /** Encrypts the message for this transfer and receiver. */
    public Sealed seal(UUID transferId, Oin receiver, byte[] plain) {
        try {
            SecretKey key = new SecretKeySpec(randomBytes(KEY_BYTES), "AES");
            byte[] nonce = randomBytes(NONCE_BYTES);
            byte[] encrypted =
                    gcm(Cipher.ENCRYPT_MODE, key, nonce, transferId, receiver).doFinal(plain);
            return new Sealed(wrap(key), concatenated(nonce, encrypted));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM and AES key wrap are part of every JDK", e);
        }
    }

    /**
     * Decrypts what {@link #seal} made.
     *
     * @throws PayloadTampered when anything differs: key, bytes, transfer or receiver
     */
    public byte[] open(UUID transferId, Oin receiver, Sealed sealed) {
        try {
            ByteBuffer stored = ByteBuffer.wrap(sealed.ciphertext());
            byte[] nonce = new byte[NONCE_BYTES];
            stored.get(nonce);
            byte[] encrypted = new byte[stored.remaining()];
            stored.get(encrypted);
            return gcm(Cipher.DECRYPT_MODE, unwrap(sealed.wrappedKey()), nonce, transferId, receiver)
                    .doFinal(encrypted);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new PayloadTampered(e);
        }
    }

    private static Cipher gcm(int mode, SecretKey key, byte[] nonce, UUID transferId, Oin receiver)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((transferId + "|" + receiver.value()).getBytes(StandardCharsets.US_ASCII));
        return cipher;
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
