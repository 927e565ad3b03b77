package nl.sluiswachter.transferlog;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import nl.sluiswachter.kernel.crypto.Sha256;

/**
 * The entries that one start of one instance writes, up to now.
 *
 * @param id number of the shard
 * @param next position of the next entry; positions count from 0 without holes
 * @param hash of the last batch; zeros before the first
 */
record Shard(int id, long next, byte[] hash) {

    private static final int HASH_BYTES = 32;

    static Shard opened(int id) {
        return new Shard(id, 0, new byte[HASH_BYTES]);
    }

    /**
     * The shard with these entries added as one batch. The hash of a batch is SHA-256 over the hash of the batch before it,
     * the shard (4 bytes), its first position (8 bytes) and the hashes of its entries in order; numbers are big-endian.
     */
    Shard with(List<EntryRow> entries) {
        MessageDigest digest = Sha256.digest();
        digest.update(hash);
        digest.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(id)
                .putLong(next)
                .array());
        entries.forEach(entry -> digest.update(entry.hash()));
        return new Shard(id, next + entries.size(), digest.digest());
    }
}
