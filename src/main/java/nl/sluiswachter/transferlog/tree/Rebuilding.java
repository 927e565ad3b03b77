package nl.sluiswachter.transferlog.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.LogMark;
import nl.sluiswachter.transferlog.merkle.BundleAddress;
import nl.sluiswachter.transferlog.merkle.EntryBundle;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.TileAddress;
import nl.sluiswachter.transferlog.merkle.TileEdge;
import nl.sluiswachter.transferlog.merkle.TreeHashing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the tiles of the tree anew from its leaves, when they were damaged: without them nothing more is published. Whether the
 * tree is still the one that was signed is for the signer to say, which looks at it before it signs the next.
 */
public final class Rebuilding {

    private static final int BUNDLES = 64;

    private final TreeTable tree;
    private final TileTable tiles;
    private final BundleTable bundles;
    private final EventLog log;
    private final TransactionOperations transactions;

    public Rebuilding(JdbcClient jdbc, LogMark mark, EventLog log, TransactionOperations transactions) {
        this.tree = new TreeTable(jdbc, mark);
        this.tiles = new TileTable(jdbc);
        this.bundles = new BundleTable(jdbc);
        this.log = log;
        this.transactions = transactions;
    }

    /**
     * Nothing is integrated meanwhile. That it was done is an entry of the log.
     *
     * @return the number of leaves
     * @throws TreeDamaged when the leaves do not give the root of the tree either; nothing is changed
     */
    public long rebuild() {
        return transactions.execute(status -> {
            tree.lock();
            TreeState state = tree.read();
            TileEdge edge = TileEdge.empty();
            while (edge.size() < state.size()) {
                TileEdge.Growth growth = edge.append(hashes(edge.size(), state.size()));
                tiles.replace(growth.changed());
                edge = growth.edge();
            }
            if (!edge.root().equals(state.root())) {
                throw damaged();
            }
            log.append(new LogEntry(
                    LogKind.OPERATION,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of("action", "REBUILD_TREE", "leaves", Long.toString(edge.size())),
                    List.of()));
            return edge.size();
        });
    }

    private List<Hash> hashes(long first, long size) {
        List<Hash> hashes = new ArrayList<>();
        for (long index = first; index < size && hashes.size() < BUNDLES * TileAddress.FULL; ) {
            int width = (int) Math.min(TileAddress.FULL, size - index);
            leaves(index / TileAddress.FULL, width).forEach(leaf -> hashes.add(TreeHashing.leaf(leaf)));
            index += width;
        }
        return hashes;
    }

    private List<byte[]> leaves(long number, int width) {
        try {
            return EntryBundle.decode(
                    bundles.find(new BundleAddress(number, width)).orElseThrow(Rebuilding::damaged), width);
        } catch (Malformed | IllegalStateException e) {
            throw damaged();
        }
    }

    private static TreeDamaged damaged() {
        return new TreeDamaged(
                "The stored leaves do not give the root of the tree: verify the log, and put log_bundle back"
                        + " from a backup");
    }
}
