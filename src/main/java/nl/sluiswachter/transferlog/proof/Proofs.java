package nl.sluiswachter.transferlog.proof;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.InclusionProof;
import nl.sluiswachter.transferlog.merkle.LogProof;
import nl.sluiswachter.transferlog.merkle.MissingTile;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.Tiles;
import nl.sluiswachter.transferlog.merkle.TreeReader;
import nl.sluiswachter.transferlog.tree.CheckpointSigner;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.TileTable;
import nl.sluiswachter.transferlog.tree.TreeDamaged;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the proof that the decision on a transfer stands in the log. */
public final class Proofs {

    private final ProofTable entries;
    private final TileTable tiles;
    private final CheckpointTable checkpoints;
    private final CheckpointSigner signer;
    private final int quorum;

    /** @param quorum of witnesses, at least 1 */
    public Proofs(JdbcClient jdbc, TileTable tiles, CheckpointTable checkpoints, CheckpointSigner signer, int quorum) {
        this.entries = new ProofTable(jdbc);
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.signer = signer;
        this.quorum = quorum;
    }

    /** For the party that sent the transfer. */
    public TransferProof forSender(UUID transferId) {
        return prove(transferId, Salts.SENDER);
    }

    /** For the party that received it. */
    public TransferProof forReceiver(UUID transferId) {
        return prove(transferId, Salts.RECEIVER);
    }

    /** For whoever accounts for the log, and took no part in the transfer. */
    public TransferProof forOfficer(UUID transferId) {
        return prove(transferId, Salts.OFFICER);
    }

    private TransferProof prove(UUID transferId, Salts salts) {
        ProofTable.Found found = entries.find(transferId).orElseThrow();
        return found.leaf()
                .flatMap(leaf -> head(leaf).map(head -> prove(found, leaf, head, salts)))
                .orElseGet(TransferProof.NotYet::new);
    }

    /** Above the leaf: rather a checkpoint that witnesses saw than a newer one that the gateway alone signed. */
    private Optional<SignedCheckpoint> head(long leaf) {
        return checkpoints.heads(quorum).stream()
                .filter(head -> leaf < head.checkpoint().size())
                .findFirst();
    }

    private TransferProof prove(ProofTable.Found found, long index, SignedCheckpoint signed, Salts salts) {
        SortedMap<String, byte[]> commitments = salts.commitments(found.entry());
        return new TransferProof.Ready(
                found.shard(),
                found.position(),
                found.entry(),
                Salts.of(commitments.keySet(), found.seed()),
                commitments,
                text(found, index, signed, tiles),
                signer.verifierKey(signed.checkpoint()).text());
    }

    /**
     * The C2SP tlog-proof of an entry at a leaf under a checkpoint.
     *
     * @throws LogDamaged when what is stored does not lead from the one to the other
     */
    static String text(ProofTable.Found found, long index, SignedCheckpoint signed, Tiles tiles) {
        Checkpoint head = signed.checkpoint();
        InclusionProof inclusion = inclusion(found, index, head.size(), tiles);
        Leaf leaf = new Leaf(found.shard(), found.position(), EntryHash.of(found.entry()));
        if (!inclusion.verifies(leaf.hash(), head.root())) {
            throw new LogDamaged(found.shard(), found.position(), null);
        }
        return new String(LogProof.of(inclusion, signed, new byte[0]).bytes(), StandardCharsets.UTF_8);
    }

    private static InclusionProof inclusion(ProofTable.Found found, long index, long size, Tiles tiles) {
        try {
            return new TreeReader(tiles, size).inclusion(index);
        } catch (MissingTile | TreeDamaged e) {
            throw new LogDamaged(found.shard(), found.position(), e);
        }
    }
}
