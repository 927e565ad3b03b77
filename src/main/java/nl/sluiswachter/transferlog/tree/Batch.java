package nl.sluiswachter.transferlog.tree;

import java.util.ArrayList;
import java.util.List;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Hash;

/** What an instance wrote in one transaction, as the database has it. */
record Batch(int shard, long first, long last, byte[] previous, byte[] hash, List<Entry> entries) {

    /** One for each position of it that has an entry; what else stands there gets none. */
    List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        long next = first;
        for (Entry entry : entries) {
            if (entry.position() >= next && entry.position() <= last) {
                leaves.add(entry.leaf(shard));
                next = entry.position() + 1;
            }
        }
        return leaves;
    }

    /** An entry by its place and hash. */
    record Entry(long position, byte[] hash) {

        Leaf leaf(int shard) {
            return new Leaf(shard, position, Hash.of(hash));
        }
    }
}
