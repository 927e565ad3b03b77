package nl.sluiswachter.transferlog.tree;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.transferlog.LogMark;
import nl.sluiswachter.transferlog.merkle.Ed25519;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.Trust;
import nl.sluiswachter.transferlog.merkle.TrustPolicy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publishes a signed checkpoint whenever the tree has grown, and again when the published one was damaged. */
public final class Publisher {

    private final TreeTable tree;
    private final CheckpointTable checkpoints;
    private final EpochTable epochs;
    private final AlarmTable alarms;
    private final CheckpointSigner signer;
    private final Clock clock;

    public Publisher(JdbcClient jdbc, LogMark mark, CheckpointSigner signer, Clock clock) {
        this.tree = new TreeTable(jdbc, mark);
        this.checkpoints = new CheckpointTable(jdbc);
        this.epochs = new EpochTable(jdbc);
        this.alarms = new AlarmTable(jdbc);
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
        Optional<byte[]> stored = checkpoints.note(state);
        Optional<SignedCheckpoint> head = stored.flatMap(note -> head(note, state));
        head.ifPresent(signer::follow);
        if (state.size() == 0 || head.isPresent()) {
            return;
        }
        SignedCheckpoint signed = signer.sign(state, epochs.follows(state.epoch()));
        if (stored.isPresent()) {
            alarms.raise(List.of(Suspicion.ofCheckpoint(state.size())), clock.instant());
        }
        checkpoints.store(state, signed, clock.instant());
    }

    /** What stands for the head of the tree; empty when it is not, or not by our key. */
    private Optional<SignedCheckpoint> head(byte[] note, TreeState state) {
        try {
            SignedCheckpoint signed = SignedCheckpoint.parse(note);
            TrustPolicy ours = new TrustPolicy(
                    signed.checkpoint().origin(),
                    List.of(signer.verifierKey(state.epoch()).verifier(Ed25519.types())),
                    List.of(),
                    0);
            return Optional.of(signed)
                    .filter(one -> signer.isHeadOf(one.checkpoint(), state))
                    .filter(one -> ours.check(one) instanceof Trust.Given);
        } catch (Malformed e) {
            return Optional.empty();
        }
    }
}
