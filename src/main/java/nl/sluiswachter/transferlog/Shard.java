package nl.sluiswachter.transferlog;

import java.nio.ByteBuffer;
import java.util.List;
import nl.sluiswachter.transferlog.merkle.Hash;

/**
 * The entries that one start of one instance writes, up to now.
 *
 * @param id number of the shard
 * @param next position of the next entry; positions count from 0 without holes
 * @param mark of the last batch; zeros before the first
 */
record Shard(int id, long next, byte[] mark) {

    static Shard opened(int id) {
        return new Shard(id, 0, LogMark.NONE);
    }

    /** The shard with one more batch of entries, which have these hashes. */
    Shard with(byte[] hashes, LogMark by) {
        long after = next + hashes.length / Hash.LENGTH;
        return new Shard(id, after, by.ofBatch(mark, id, next, after - 1, hashes));
    }

    /** The hashes of entries, one after another. */
    static byte[] hashes(List<EntryRow> entries) {
        ByteBuffer hashes = ByteBuffer.allocate(entries.size() * Hash.LENGTH);
        entries.forEach(entry -> hashes.put(entry.content().hash()));
        return hashes.array();
    }
}
