package nl.sluiswachter.transferlog.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.sluiswachter.transferlog.entry.BatchHash;

/**
 * Something looks tampered with.
 *
 * @param shard 0 for none
 * @param position where, in the shard
 */
record Suspicion(int shard, long position, Finding finding) {

    /** What can be wrong. */
    enum Finding {
        /** An entry that its batch names is not there, or one is there that it does not name. */
        ENTRY_MISSING_OR_ADDED,
        /** The batch before is missing. */
        BATCH_MISSING,
        /** The hash of the batch is not that of its entries. */
        BATCH_CHANGED,
        /** The log says that entries have leaves which have none, or that they have none which have. */
        PROGRESS_WITHOUT_LEAVES,
        /** The checkpoint of this size, of no shard, was not what was published; it was signed again. */
        CHECKPOINT_CHANGED
    }

    static Suspicion ofCheckpoint(long size) {
        return new Suspicion(0, size, Finding.CHECKPOINT_CHANGED);
    }

    /** What is wrong with the batch that follows on this progress. */
    static List<Suspicion> of(Progress before, Batch batch) {
        List<Suspicion> found = new ArrayList<>();
        boolean follows = batch.first() == before.next() && Arrays.equals(batch.previous(), before.hash());
        if (!follows) {
            found.add(new Suspicion(batch.shard(), batch.first(), Finding.BATCH_MISSING));
        }
        List<Batch.Entry> entries = batch.entries();
        for (int i = 0; i <= batch.last() - batch.first(); i++) {
            if (i >= entries.size() || entries.get(i).position() != batch.first() + i) {
                found.add(new Suspicion(batch.shard(), batch.first() + i, Finding.ENTRY_MISSING_OR_ADDED));
                return found;
            }
        }
        List<byte[]> hashes = entries.stream().map(Batch.Entry::hash).toList();
        if (!Arrays.equals(batch.hash(), BatchHash.of(batch.previous(), batch.shard(), batch.first(), hashes))) {
            found.add(new Suspicion(batch.shard(), batch.first(), Finding.BATCH_CHANGED));
        }
        return found;
    }
}
