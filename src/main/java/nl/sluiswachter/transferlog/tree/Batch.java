package nl.sluiswachter.transferlog.tree;

import java.util.List;
import nl.sluiswachter.transferlog.entry.Leaf;

/**
 * What an instance wrote in one transaction, as the database has it.
 *
 * @param leaves of the entries that it names, whatever became of them; none when no gateway marked it
 * @param entries that stand at its positions
 */
record Batch(int shard, long first, long last, byte[] previous, byte[] mark, List<Leaf> leaves, List<Leaf> entries) {}
