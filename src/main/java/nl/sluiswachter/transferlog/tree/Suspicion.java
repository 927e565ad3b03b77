package nl.sluiswachter.transferlog.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Something looks tampered with.
 *
 * @param shard 0 for none
 * @param position where, in the shard
 */
record Suspicion(int shard, long position, Finding finding) {

    /** What can be wrong. */
    enum Finding {
        /** An entry that its batch names is not there or another one, or one is there that it does not name. */
        ENTRY_MISSING_OR_ADDED,
        /** The batch before is missing. */
        BATCH_MISSING,
        /** No gateway wrote this batch as it is. Its entries get no leaf. */
        BATCH_CHANGED,
        /** Events wait for a place that no gateway wrote. They get none. */
        EVENT_FORGED,
        /** The log says that entries have leaves which have none, or that they have none which have. */
        PROGRESS_WITHOUT_LEAVES,
        /** The checkpoint of this size, of no shard, was not what was published; it was signed again. */
        CHECKPOINT_CHANGED,
        /** Somebody asked for this entry, and it is not what was written, or the tree does not lead to it. */
        ENTRY_DAMAGED
    }

    static Suspicion ofCheckpoint(long size) {
        return new Suspicion(0, size, Finding.CHECKPOINT_CHANGED);
    }

    static Suspicion ofEvents() {
        return new Suspicion(0, 0, Finding.EVENT_FORGED);
    }

    /** What is wrong with the batch that follows on this progress. */
    static List<Suspicion> of(Progress before, Batch batch) {
        if (batch.leaves().isEmpty()) {
            return List.of(new Suspicion(batch.shard(), batch.first(), Finding.BATCH_CHANGED));
        }
        List<Suspicion> found = new ArrayList<>();
        if (batch.first() != before.next() || !Arrays.equals(batch.previous(), before.mark())) {
            found.add(new Suspicion(batch.shard(), batch.first(), Finding.BATCH_MISSING));
        }
        if (!batch.leaves().equals(batch.entries())) {
            found.add(new Suspicion(batch.shard(), difference(batch), Finding.ENTRY_MISSING_OR_ADDED));
        }
        return found;
    }

    private static long difference(Batch batch) {
        int same = 0;
        while (same < batch.entries().size()
                && same < batch.leaves().size() - 1
                && batch.entries().get(same).equals(batch.leaves().get(same))) {
            same++;
        }
        return batch.first() + same;
    }
}
