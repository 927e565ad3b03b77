package nl.sluiswachter.transferlog;

import java.util.List;
import nl.sluiswachter.transferlog.entry.BatchHash;

/**
 * The entries that one start of one instance writes, up to now.
 *
 * @param id number of the shard
 * @param next position of the next entry; positions count from 0 without holes
 * @param hash of the last batch; zeros before the first
 */
record Shard(int id, long next, byte[] hash) {

    static Shard opened(int id) {
        return new Shard(id, 0, BatchHash.NONE);
    }

    /** The shard with these entries added as one batch. */
    Shard with(List<EntryRow> entries) {
        List<byte[]> hashes =
                entries.stream().map(entry -> entry.content().hash()).toList();
        return new Shard(id, next + entries.size(), BatchHash.of(hash, id, next, hashes));
    }
}
