package nl.sluiswachter.verifier;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import nl.sluiswachter.transferlog.entry.Leaf;

/**
 * The entries of a stretch as they are stored. Positions of a shard come into the tree one after the other, so each shard is
 * read from its first place in the stretch to its last, and the leaves say whose turn it is.
 */
final class StoredEntries implements Entries {

    private final List<Leaf> leaves;
    private final long first;
    private final Map<Integer, ShardRows> shards = new HashMap<>();
    private final Runnable done;
    private int next;

    /**
     * @param first index of the first leaf
     * @param done when the connection is free again
     */
    StoredEntries(Connection connection, long first, List<Leaf> leaves, boolean withSubjects, Runnable done)
            throws SQLException {
        this.first = first;
        this.leaves = leaves;
        this.done = done;
        Map<Integer, LongSummaryStatistics> spans = new HashMap<>();
        for (Leaf leaf : leaves) {
            spans.computeIfAbsent(leaf.shard(), shard -> new LongSummaryStatistics())
                    .accept(leaf.position());
        }
        for (Map.Entry<Integer, LongSummaryStatistics> span : spans.entrySet()) {
            long from = span.getValue().getMin();
            shards.put(
                    span.getKey(),
                    ShardRows.of(
                            connection, span.getKey(), from, span.getValue().getMax(), withSubjects));
        }
    }

    @Override
    public ExportedEntry next() throws IOException {
        try {
            for (; next < leaves.size(); next++) {
                Leaf leaf = leaves.get(next);
                ExportedEntry entry = shards.get(leaf.shard()).next(leaf.position(), first + next);
                if (entry != null) {
                    return entry;
                }
            }
            return null;
        } catch (SQLException e) {
            throw Database.unreadable();
        }
    }

    @Override
    public void close() throws IOException {
        for (ShardRows rows : shards.values()) {
            rows.close();
        }
        done.run();
    }
}
