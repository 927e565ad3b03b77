package nl.sluiswachter.console.logpage;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.settings.Witnessing;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.NoteVerifier;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.VerifierKey;
import nl.sluiswachter.transferlog.postquantum.PostQuantum;
import nl.sluiswachter.transferlog.tree.CheckpointSigner;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.verifier.Believed;

/** Whom a verification by the gateway itself believes: the keys of this node and the witnesses of its settings, never the database. */
record OwnKeys(CheckpointTable checkpoints, CheckpointSigner signer, Witnessing witnessing, Clock clock) {

    /** Empty before the first checkpoint. */
    Optional<Believed> believed() {
        return checkpoints.published().map(SignedCheckpoint::checkpoint).map(this::believed);
    }

    int quorum() {
        return witnessing.quorum();
    }

    private Believed believed(Checkpoint newest) {
        List<String> witnesses =
                witnessing.witnesses().stream().map(Witnessing.Witness::key).toList();
        return new Believed(
                signer.verifierKey(newest).text(),
                witnesses,
                witnesses.isEmpty() ? 0 : witnessing.quorum(),
                signer.postQuantumKey(newest).map(OwnKeys::verifier).stream().toList(),
                Optional.of(clock.instant()));
    }

    private static NoteVerifier verifier(VerifierKey key) {
        try {
            return key.verifier(List.of(new PostQuantum()));
        } catch (Malformed e) {
            throw new IllegalStateException("A key of our own is well-formed", e);
        }
    }
}
