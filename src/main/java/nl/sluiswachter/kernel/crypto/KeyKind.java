package nl.sluiswachter.kernel.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** The two kinds of key that NCSC's guideline calls good and every partner can make. */
public enum KeyKind {
    /** Elliptic curve P-256. */
    EC_P256("EC"),
    /** RSA with 3072 bits. */
    RSA_3072("RSA");

    private static final int RSA_BITS = 3072;

    private final String algorithm;

    KeyKind(String algorithm) {
        this.algorithm = algorithm;
    }

    KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (this == RSA_3072) {
                generator.initialize(RSA_BITS);
            } else {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " is part of every JDK", e);
        }
    }
}
