package nl.sluiswachter.transferlog.tree;

import nl.sluiswachter.transferlog.LogMark;

/**
 * How much of a shard is in the tree.
 *
 * @param next the next position without a leaf
 * @param mark of the last batch that was looked at
 */
record Progress(int shard, long next, byte[] mark) {

    static Progress none(int shard) {
        return new Progress(shard, 0, LogMark.NONE);
    }

    Progress after(Batch batch) {
        return new Progress(shard, batch.last() + 1, batch.mark());
    }
}
