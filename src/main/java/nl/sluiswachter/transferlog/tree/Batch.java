package nl.sluiswachter.transferlog.tree;

import java.util.List;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Hash;

/** What an instance wrote in one transaction, as the database has it. */
record Batch(int shard, long first, long last, byte[] previous, byte[] hash, List<Entry> entries) {

    /** An entry by its place and hash. */
    record Entry(long position, byte[] hash) {

        Leaf leaf(int shard) {
            return new Leaf(shard, position, Hash.of(hash));
        }
    }
}
