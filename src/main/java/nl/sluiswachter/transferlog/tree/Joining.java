package nl.sluiswachter.transferlog.tree;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.LogMark;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has a node that remembers nothing, because it is new or lost its disk, sign the log from the newest checkpoint on. By itself it
 * does not: whoever owns the database could have it sign anything. An operator says that it may, and the log says so.
 */
public final class Joining {

    private final TreeTable tree;
    private final CheckpointTable checkpoints;
    private final CheckpointSigner signer;
    private final EventLog log;

    public Joining(JdbcClient jdbc, LogMark mark, CheckpointSigner signer, EventLog log) {
        this.tree = new TreeTable(jdbc, mark);
        this.checkpoints = new CheckpointTable(jdbc);
        this.signer = signer;
        this.log = log;
    }

    /**
     * Lets this node sign.
     *
     * @param kept what the operator knows of the log from elsewhere, with which it must begin; empty to believe the database
     * @param reason for the entry in the log
     * @return what it remembers from now on
     * @throws SignerRefusal when it remembers something, or the log is not what was kept
     * @throws EpochRefused when there is nothing to go on from
     */
    public Checkpoint join(Optional<Checkpoint> kept, String reason) {
        SignedCheckpoint published = checkpoints
                .published()
                .orElseThrow(() -> new EpochRefused("The log has no checkpoint yet: start the gateway that began it."));
        Checkpoint newest = published.checkpoint();
        TreeState state = tree.read();
        if (!signer.continues(newest, state)) {
            throw new SignerRefusal("The tree does not begin with the newest checkpoint: verify the log");
        }
        if (kept.isPresent() && !signer.continues(kept.get(), state)) {
            throw new SignerRefusal("The log does not begin with what was kept of it: verify the log");
        }
        signer.refuseJoining(published);
        log.append(new LogEntry(
                LogKind.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Map.of(
                        "joined",
                        newest.origin() + " " + newest.size() + " "
                                + newest.root().base64(),
                        "against",
                        kept.map(Checkpoint::size)
                                .map(size -> Long.toString(size))
                                .orElse("nothing"),
                        "why",
                        reason),
                List.of()));
        signer.join(published);
        return newest;
    }
}
