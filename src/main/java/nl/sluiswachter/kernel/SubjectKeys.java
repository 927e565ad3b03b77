package nl.sluiswachter.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns identities into subject keys with HMAC-SHA-256; without the secret the nine-digit number space is useless. */
public final class SubjectKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    private final SecretKeySpec secret;

    /** @param secret at least 32 random bytes */
    public SubjectKeys(byte[] secret) {
        if (secret.length < SECRET_BYTES) {
            throw new IllegalArgumentException("The subject key secret needs at least 32 bytes");
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The key of a person known by BSN. */
    public SubjectKey of(Bsn bsn) {
        return key("bsn|" + bsn.digits());
    }

    /** The key of a person known by the fallback identity set. */
    public SubjectKey of(IdentitySet identity) {
        return key("set|" + identity.canonical());
    }

    /** A blinded form of any other text that may be searched for but not read, such as a case reference. */
    public UUID blind(String label, String text) {
        return key(label + "|" + text).value();
    }

    /** A keyed hash of 32 bytes, for recognising the same content again without keeping it. */
    public byte[] hash(String label, byte[] content) {
        Mac mac = mac();
        mac.update((label + "|").getBytes(StandardCharsets.UTF_8));
        return mac.doFinal(content);
    }

    private SubjectKey key(String text) {
        ByteBuffer hash = ByteBuffer.wrap(mac().doFinal(text.getBytes(StandardCharsets.UTF_8)));
        return new SubjectKey(new UUID(hash.getLong(), hash.getLong()));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }
}
