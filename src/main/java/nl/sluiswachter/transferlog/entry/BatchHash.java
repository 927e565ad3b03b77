package nl.sluiswachter.transferlog.entry;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The hash of a batch: SHA-256 over the hash of the batch before it in its shard (zeros before the first), the shard (4
 * bytes), its first position (8 bytes) and the hashes of its entries in order; numbers are big-endian.
 */
public final class BatchHash {

    /** Stands before the first batch of a shard. */
    public static final byte[] NONE = new byte[32];

    private BatchHash() {}

    /** @param entries hashes of 32 bytes, in order of position */
    public static byte[] of(byte[] previous, int shard, long first, List<byte[]> entries) {
        MessageDigest digest = sha256();
        digest.update(previous);
        digest.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(shard)
                .putLong(first)
                .array());
        entries.forEach(digest::update);
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
