package nl.sluiswachter.transferlog.merkle;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 keys as RFC 8032 writes them, 32 bytes each, and as the JDK takes them, behind a fixed head (RFC 8410). */
final class Ed25519Keys {
    static final int LENGTH = 32;

    private static final String NAME = "Ed25519";
    private static final byte[] PUBLIC_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PRIVATE_HEAD = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private Ed25519Keys() {}

    /** A public key that is a point of the curve. */
    static PublicKey reader(byte[] publicKey) throws Malformed {
        if (publicKey.length != LENGTH) {
            throw new Malformed(Malformation.KEY_BYTES);
        }
        try {
            PublicKey key = KeyFactory.getInstance(NAME)
                    .generatePublic(new X509EncodedKeySpec(StrictText.joined(PUBLIC_HEAD, publicKey)));
            Signature.getInstance(NAME).initVerify(key); // finds out whether it is a point
            return key;
        } catch (GeneralSecurityException e) {
            throw new Malformed(Malformation.KEY_BYTES);
        }
    }

    static byte[] publicKey(byte[] seed) {
        requireSeed(seed);
        try {
            // The JDK computes public keys only while it makes pairs, and takes the random bytes as the seed.
            KeyPairGenerator pairs = KeyPairGenerator.getInstance(NAME);
            pairs.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            byte[] encoded = pairs.generateKeyPair().getPublic().getEncoded();
            return Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of every JDK", e);
        }
    }

    static byte[] sign(byte[] seed, byte[] message) {
        requireSeed(seed);
        try {
            PrivateKey key = KeyFactory.getInstance(NAME)
                    .generatePrivate(new PKCS8EncodedKeySpec(StrictText.joined(PRIVATE_HEAD, seed)));
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of every JDK", e);
        }
    }

    static boolean verifies(PublicKey key, byte[] message, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(bytes);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void requireSeed(byte[] seed) {
        if (seed.length != LENGTH) {
            throw new IllegalArgumentException("An Ed25519 seed has 32 bytes");
        }
    }

    private static final class Fixed extends SecureRandom {
        private final transient byte[] seed;

        private Fixed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("An Ed25519 key is made of 32 bytes");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
