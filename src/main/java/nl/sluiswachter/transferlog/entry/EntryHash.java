package nl.sluiswachter.transferlog.entry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import nl.sluiswachter.transferlog.merkle.Hash;

/** The hash that a leaf holds of its entry: SHA-256 over the exact bytes. */
public final class EntryHash {

    private EntryHash() {}

    /** Of the bytes as they were written. */
    public static Hash of(byte[] entry) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(entry));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
