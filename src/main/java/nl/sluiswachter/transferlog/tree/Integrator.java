package nl.sluiswachter.transferlog.tree;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.transferlog.ForgedEvents;
import nl.sluiswachter.transferlog.LogMark;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.MissingTile;
import nl.sluiswachter.transferlog.merkle.TileEdge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives durable entries their leaf in the tree, in order of shard and position. Any instance may do it: a lock keeps them out
 * of each other's way, and the comparison of the tree with what it was keeps it right. What no gateway wrote gets no leaf; it, and
 * what else looks tampered with, raises an alarm and keeps nobody waiting.
 */
public final class Integrator {

    /** In one transaction: the database holds a batch to 1,024 entries, and 256 are usual. */
    private static final int BATCHES = 500;

    /** In place of a number: another instance is at it. */
    private static final int ELSEWHERE = -1;

    /** How often shards are looked at that nobody wrote lately. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final TreeTable tree;
    private final TileTable tiles;
    private final BundleTable bundles;
    private final SequenceTable sequence;
    private final ForgedEvents forged;
    private final AlarmTable alarms;
    private final TransactionOperations transactions;
    private final Clock clock;
    private Instant looked = Instant.MIN;

    public Integrator(JdbcClient jdbc, LogMark mark, TransactionOperations transactions, Clock clock) {
        this.tree = new TreeTable(jdbc, mark);
        this.tiles = new TileTable(jdbc);
        this.bundles = new BundleTable(jdbc);
        this.sequence = new SequenceTable(jdbc, mark);
        this.forged = new ForgedEvents(jdbc, mark);
        this.alarms = new AlarmTable(jdbc);
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Puts everything that is durable now into the tree; nothing when another instance is at it. */
    public void integrate() {
        Instant now = clock.instant();
        boolean everywhere = looked.plus(PAUSE).isBefore(now);
        int batches;
        do {
            batches = transactions.execute(status -> tree.tryLock() ? round(everywhere) : ELSEWHERE);
        } while (batches >= BATCHES);
        if (everywhere && batches != ELSEWHERE) {
            looked = now;
        }
    }

    private int round(boolean everywhere) {
        if (everywhere) {
            alarms.raise(sequence.astray(), clock.instant());
            alarms.raise(forged.any(clock.instant()) ? List.of(Suspicion.ofEvents()) : List.of(), clock.instant());
        }
        List<Batch> batches = sequence.behind(BATCHES, everywhere);
        if (!batches.isEmpty()) {
            List<Progress> progress = examine(batches);
            grow(batches);
            sequence.storeProgress(progress);
        }
        return batches.size();
    }

    private void grow(List<Batch> batches) {
        TreeState before = tree.read();
        TileEdge edge = edge(before);
        List<Leaf> leaves =
                batches.stream().flatMap(batch -> batch.leaves().stream()).toList();
        if (!leaves.isEmpty()) {
            grow(before, edge, leaves);
        }
    }

    private TileEdge edge(TreeState before) {
        try {
            TileEdge edge = TileEdge.read(before.size(), tiles);
            if (edge.root().equals(before.root())) {
                return edge;
            }
        } catch (MissingTile e) {
            // said below
        }
        throw new TreeDamaged("The stored tiles do not give the root of the tree: see log rebuild-tree");
    }

    /** How far the shards are after these batches. */
    private List<Progress> examine(List<Batch> batches) {
        List<Integer> shards = batches.stream().map(Batch::shard).distinct().toList();
        Map<Integer, Progress> progress = sequence.progress(shards);
        List<Suspicion> found = new ArrayList<>();
        for (Batch batch : batches) {
            Progress at = progress.get(batch.shard());
            found.addAll(Suspicion.of(at, batch));
            progress.put(batch.shard(), at.after(batch));
        }
        alarms.raise(found, clock.instant());
        return List.copyOf(progress.values());
    }

    private void grow(TreeState before, TileEdge edge, List<Leaf> leaves) {
        TileEdge.Growth growth = edge.append(leaves.stream().map(Leaf::hash).toList());
        tiles.store(growth.changed());
        bundles.append(before.size(), leaves.stream().map(Leaf::bytes).toList());
        sequence.storeRuns(runs(before.size(), leaves));
        Hash root = growth.edge().root();
        if (!tree.advance(before, new TreeState(before.epoch(), growth.edge().size(), root))) {
            throw new IllegalStateException("The tree was changed while it was being read");
        }
    }

    private static List<SequenceTable.Run> runs(long size, List<Leaf> leaves) {
        List<SequenceTable.Run> runs = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= leaves.size(); to++) {
            if (to == leaves.size() || !follows(leaves.get(to - 1), leaves.get(to))) {
                Leaf first = leaves.get(from);
                runs.add(new SequenceTable.Run(size + from, first.shard(), first.position(), to - from));
                from = to;
            }
        }
        return runs;
    }

    private static boolean follows(Leaf one, Leaf next) {
        return next.shard() == one.shard() && next.position() == one.position() + 1;
    }
}
