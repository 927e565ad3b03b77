package nl.sluiswachter.transferlog.witness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.sluiswachter.transferlog.entry.Origin;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.sql.TurnTable;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks one witness, again and again, to cosign the newest checkpoint, and keeps what it answers. */
final class Asking {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final Witness witness;
    private final Submission submission;
    private final CheckpointTable checkpoints;
    private final CosignatureTable cosignatures;
    private final WitnessTable table;
    private final TurnTable turns;
    private final Duration pause;
    private final Clock clock;

    /** @param pause shortest time between two questions, of all instances together */
    Asking(Witness witness, Submission submission, JdbcClient jdbc, Duration pause, Clock clock) {
        this.witness = witness;
        this.submission = submission;
        this.checkpoints = new CheckpointTable(jdbc);
        this.cosignatures = new CosignatureTable(jdbc);
        this.table = new WitnessTable(jdbc);
        this.turns = new TurnTable(jdbc);
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * Asks when it is time to. A log that did not grow is cosigned again: that nothing newer was seen is then known of a
     * later moment, and a witness that is gone is noticed.
     */
    void ask() {
        Optional<SignedCheckpoint> head = checkpoints.published();
        Instant now = clock.instant();
        if (head.isPresent() && turns.take("witness " + witness.id(), now, pause)) {
            Checkpoint ours = head.get().checkpoint();
            int epoch = Origin.parse(ours.origin()).orElseThrow().epoch();
            long known = Math.min(ours.size(), cosignatures.known(witness.id(), epoch));
            keep(ours, submission.submit(head.get(), known), now);
        }
    }

    private void keep(Checkpoint ours, Answer answer, Instant now) {
        if (answer instanceof Answer.Cosigned cosigned) {
            cosignatures.store(witness.id(), ours, cosigned.signature());
            table.tell(witness.id(), Optional.empty());
            return;
        }
        Failure why = answer instanceof Answer.OtherSize other ? smaller(other) : ((Answer.Refused) answer).why();
        if (why.isAlarm()) {
            LOG.error("The witness {} saw another log under our name: {}", witness.name(), why);
            table.raise(witness.id(), ours, why, now);
        }
        table.tell(witness.id(), Optional.of(why));
    }

    /** Meanwhile another instance may have shown it a larger tree of ours. */
    private Failure smaller(Answer.OtherSize other) {
        long size = checkpoints.published().orElseThrow().checkpoint().size();
        return size < other.size() ? Failure.SHRUNK : Failure.OVERTAKEN;
    }
}
