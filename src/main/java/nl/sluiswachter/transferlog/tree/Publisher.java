package nl.sluiswachter.transferlog.tree;

import java.time.Clock;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publishes a signed checkpoint whenever the tree has grown. */
public final class Publisher {

    private final TreeTable tree;
    private final CheckpointTable checkpoints;
    private final EpochTable epochs;
    private final CheckpointSigner signer;
    private final Clock clock;

    public Publisher(JdbcClient jdbc, CheckpointSigner signer, Clock clock) {
        this.tree = new TreeTable(jdbc);
        this.checkpoints = new CheckpointTable(jdbc);
        this.epochs = new EpochTable(jdbc);
        this.signer = signer;
        this.clock = clock;
    }

    /** Has the node remember that it saw the log empty. One that first sees it with entries has to be told what to believe. */
    public void begin() {
        signer.begin(tree.read());
    }

    /** @throws SignerRefusal when the tree is not what it was */
    public void publish() {
        TreeState state = tree.read();
        Optional<SignedCheckpoint> known =
                checkpoints.published().filter(latest -> signer.isHeadOf(latest.checkpoint(), state));
        if (known.isPresent()) {
            signer.follow(known.get());
        } else if (state.size() > 0) {
            checkpoints.insert(state, signer.sign(state, epochs.follows(state.epoch())), clock.instant());
        }
    }
}
