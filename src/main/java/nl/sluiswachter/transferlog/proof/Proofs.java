package nl.sluiswachter.transferlog.proof;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.InclusionProof;
import nl.sluiswachter.transferlog.merkle.LogProof;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.Tiles;
import nl.sluiswachter.transferlog.merkle.TreeReader;
import nl.sluiswachter.transferlog.tree.CheckpointSigner;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.TileTable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the proof that the decision on a transfer stands in the log. */
public final class Proofs {

    private final ProofTable entries;
    private final TileTable tiles;
    private final CheckpointTable checkpoints;
    private final CheckpointSigner signer;

    public Proofs(JdbcClient jdbc, TileTable tiles, CheckpointTable checkpoints, CheckpointSigner signer) {
        this.entries = new ProofTable(jdbc);
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.signer = signer;
    }

    /** For the party that sent the transfer. */
    public TransferProof forSender(UUID transferId) {
        return prove(transferId, Salts.SENDER);
    }

    /** For the party that received it. */
    public TransferProof forReceiver(UUID transferId) {
        return prove(transferId, Salts.RECEIVER);
    }

    private TransferProof prove(UUID transferId, Salts salts) {
        ProofTable.Found found = entries.find(transferId).orElseThrow();
        Optional<SignedCheckpoint> head = checkpoints.latest();
        boolean published = found.leaf().isPresent()
                && head.isPresent()
                && found.leaf().get() < head.get().checkpoint().size();
        return published ? prove(found, found.leaf().get(), head.get(), salts) : new TransferProof.NotYet();
    }

    private TransferProof prove(ProofTable.Found found, long index, SignedCheckpoint signed, Salts salts) {
        return new TransferProof.Ready(
                found.shard(),
                found.position(),
                found.entry(),
                salts.of(found.entry(), found.seed()),
                salts.commitments(found.entry()),
                text(found, index, signed, tiles),
                signer.verifierKey(epoch(signed.checkpoint())).text());
    }

    /** The C2SP tlog-proof of an entry at a leaf under a checkpoint. */
    static String text(ProofTable.Found found, long index, SignedCheckpoint signed, Tiles tiles) {
        Checkpoint head = signed.checkpoint();
        InclusionProof inclusion = new TreeReader(tiles, head.size()).inclusion(index);
        Leaf leaf = new Leaf(found.shard(), found.position(), EntryHash.of(found.entry()));
        if (!inclusion.verifies(leaf.hash(), head.root())) {
            throw new IllegalStateException("The log does not prove the entry in shard " + leaf.shard()
                    + " at position " + leaf.position() + ": verify the log");
        }
        return new String(LogProof.of(inclusion, signed, new byte[0]).bytes(), StandardCharsets.UTF_8);
    }

    /** The last part of an origin. */
    static int epoch(Checkpoint checkpoint) {
        String origin = checkpoint.origin();
        return Integer.parseInt(origin.substring(origin.lastIndexOf('/') + 1));
    }
}
