package nl.sluiswachter.transferlog.tree;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.LogMark;
import nl.sluiswachter.transferlog.entry.Follows;
import nl.sluiswachter.transferlog.entry.Origin;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Begins another epoch of the log when its tree cannot go on, as after a backup was put back: the same leaves under another
 * name, with the last checkpoint of the epoch before in every checkpoint. Nobody can do it with the database alone, since each
 * node has to be told beside it.
 */
public final class NewEpoch {

    private final TreeTable tree;
    private final CheckpointTable checkpoints;
    private final EpochTable epochs;
    private final CheckpointSigner signer;
    private final SignerMemory memory;
    private final EventLog log;
    private final TransactionOperations transactions;
    private final Clock clock;

    public NewEpoch(
            JdbcClient jdbc,
            LogMark mark,
            CheckpointSigner signer,
            SignerMemory memory,
            EventLog log,
            TransactionOperations transactions,
            Clock clock) {
        this.tree = new TreeTable(jdbc, mark);
        this.checkpoints = new CheckpointTable(jdbc);
        this.epochs = new EpochTable(jdbc);
        this.signer = signer;
        this.memory = memory;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * An epoch that this node goes over to.
     *
     * @param joined whether another node had begun it
     */
    public record Begun(VerifierKey key, Follows follows, boolean joined) {}

    /**
     * Begins an epoch, or lets this node join the one that another node began.
     *
     * @param reason for the entry in the log
     * @throws EpochRefused when there is nothing to begin
     */
    public Begun begin(String reason) {
        Checkpoint last = memory.last()
                .orElseThrow(
                        () -> new EpochRefused("This node remembers nothing that it signed: begin on one that does."));
        Origin origin = Origin.parse(last.origin()).orElseThrow();
        Begun begun = transactions.execute(status -> {
            tree.lock();
            TreeState state = tree.read();
            return joining(last, origin, state).orElseGet(() -> begin(last, origin, state, reason));
        });
        memory.allow(begun.key().key().name(), begun.follows());
        return begun;
    }

    /** The epoch that the database is in already, where it follows all that this node signed. */
    private Optional<Begun> joining(Checkpoint last, Origin origin, TreeState state) {
        if (state.epoch() <= origin.epoch()) {
            return Optional.empty();
        }
        return epochs.follows(state.epoch())
                .filter(follows -> covers(follows.last(), last))
                .map(follows -> new Begun(signer.verifierKey(state.epoch()), follows, true));
    }

    private static boolean covers(Checkpoint named, Checkpoint own) {
        return !named.origin().equals(own.origin())
                || named.size() > own.size()
                || named.size() == own.size() && named.root().equals(own.root());
    }

    private Begun begin(Checkpoint last, Origin origin, TreeState state, String reason) {
        if (signer.wouldSign(state)) {
            throw new EpochRefused("The tree continues what this node signed last, so no new epoch is needed.");
        }
        int epoch = Math.max(origin.epoch(), state.epoch()) + 1;
        long kept = checkpoints
                .upTo(origin.epoch(), Math.min(last.size(), state.size()))
                .map(earlier -> signer.kept(earlier, state))
                .orElse(0L);
        Follows follows = new Follows(Checkpoint.of(last.origin(), last.size(), last.root()), kept);
        epochs.insert(epoch, follows, clock.instant());
        tree.beginEpoch(state, epoch);
        log.append(new LogEntry(
                LogKind.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Map.of("epoch", Integer.toString(epoch), "follows", follows.line(), "why", reason),
                List.of()));
        return new Begun(signer.verifierKey(epoch), follows, false);
    }
}
