package nl.sluiswachter.transferlog.tree;

import nl.sluiswachter.transferlog.entry.BatchHash;

/**
 * How much of a shard is in the tree.
 *
 * @param next the next position without a leaf
 * @param hash of the last batch that is in the tree
 */
record Progress(int shard, long next, byte[] hash) {

    static Progress none(int shard) {
        return new Progress(shard, 0, BatchHash.NONE);
    }

    Progress after(Batch batch) {
        return new Progress(shard, batch.last() + 1, batch.hash());
    }
}
