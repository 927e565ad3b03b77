package nl.sluiswachter.kernel.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA3-512, with which FSC names contracts and grants. */
public final class Sha3 {

    private Sha3() {}

    /** The 64 bytes of the hash. */
    public static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA3-512").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA3-512 is part of every JDK", e);
        }
    }
}
