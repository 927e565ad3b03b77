package nl.sluiswachter.kernel.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hands out something that only the gateway can read, and takes it back only as it was given: AES-256-GCM. The nonce is a keyed
 * hash of the content (as in RFC 5297), so that the same content is the same text each time and no nonce meets two contents.
 */
public final class Seal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final SecretKeySpec nonceKey;

    /** @param secret 32 random bytes that are used for nothing else */
    public Seal(byte[] secret) {
        this.key = new SecretKeySpec(derived(secret, "seal"), "AES");
        this.nonceKey = new SecretKeySpec(derived(secret, "nonce"), HMAC);
    }

    /**
     * Text of URL-safe characters.
     *
     * @param context where alone it is taken back
     */
    public String close(byte[] content, String context) {
        byte[] nonce = Arrays.copyOf(hmac(nonceKey, context, content), NONCE);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(content);
            byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    /** The content of {@link #close} in the same context; empty for any other text. */
    public Optional<byte[]> open(String text, String context) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(text);
            if (whole.length < NONCE) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(whole, NONCE);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(whole, NONCE, whole.length - NONCE));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] derived(byte[] secret, String use) {
        return hmac(new SecretKeySpec(secret, HMAC), use, new byte[0]);
    }

    private static byte[] hmac(SecretKeySpec key, String context, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(context.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }
}
