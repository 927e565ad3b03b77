package nl.sluiswachter.transferlog.tree;

import java.util.List;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Ed25519;
import nl.sluiswachter.transferlog.merkle.Ed25519Signer;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.MissingTile;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.SignerKey;
import nl.sluiswachter.transferlog.merkle.Tiles;
import nl.sluiswachter.transferlog.merkle.TreeReader;
import nl.sluiswachter.transferlog.merkle.VerifierKey;

/**
 * Signs tree heads, and only those that continue what it signed before: a tree that shrank, or whose past differs, is
 * refused whatever the database says.
 */
public final class CheckpointSigner {

    private final String name;
    private final byte[] seed;
    private final SignerMemory memory;
    private final Tiles tiles;

    /**
     * @param name of the log; the origin of its checkpoints is this, a slash and the epoch
     * @param seed Ed25519 private key, 32 bytes
     */
    public CheckpointSigner(String name, byte[] seed, SignerMemory memory, Tiles tiles) {
        this.name = name;
        this.seed = seed.clone();
        this.memory = memory;
        this.tiles = tiles;
    }

    /** The key that verifies checkpoints of an epoch. */
    public VerifierKey verifierKey(int epoch) {
        return key(epoch).verifierKey();
    }

    /** The key that verifies this checkpoint, when it is one of ours. */
    public VerifierKey verifierKey(Checkpoint checkpoint) {
        String origin = checkpoint.origin();
        return verifierKey(Integer.parseInt(origin.substring(origin.lastIndexOf('/') + 1)));
    }

    /**
     * The signed head of the tree.
     *
     * @throws SignerRefusal when it does not continue what was signed last
     */
    SignedCheckpoint sign(TreeState tree) {
        Checkpoint checkpoint = Checkpoint.of(origin(tree.epoch()), tree.size(), tree.root());
        memory.last().ifPresent(last -> compare(last, checkpoint, tree.epoch()));
        memory.remember(checkpoint);
        try {
            return SignedCheckpoint.sign(checkpoint, List.of(new Ed25519Signer(key(tree.epoch()))));
        } catch (Malformed e) {
            throw new IllegalStateException("A checkpoint of our own is well-formed", e);
        }
    }

    private void compare(Checkpoint last, Checkpoint next, int epoch) {
        if (!last.origin().equals(next.origin())) {
            if (!isOfEarlierEpoch(last.origin(), epoch)) {
                throw new SignerRefusal("What was signed last belongs to another log: " + last.origin());
            }
        } else if (next.size() < last.size()) {
            throw new SignerRefusal("The tree has " + next.size() + " leaves and had " + last.size()
                    + " when it was signed last; after a restored backup a new epoch must begin");
        } else if (!continues(last, next)) {
            throw new SignerRefusal(
                    "The tree of " + next.size() + " leaves does not begin with the " + last.size() + " signed last");
        }
    }

    private boolean continues(Checkpoint last, Checkpoint next) {
        if (last.size() == next.size()) {
            return last.root().equals(next.root());
        }
        try {
            return new TreeReader(tiles, next.size()).consistency(last.size()).verifies(last.root(), next.root());
        } catch (MissingTile e) {
            return false;
        }
    }

    private boolean isOfEarlierEpoch(String origin, int epoch) {
        for (int earlier = 1; earlier < epoch; earlier++) {
            if (origin.equals(origin(earlier))) {
                return true;
            }
        }
        return false;
    }

    private SignerKey key(int epoch) {
        return SignerKey.of(origin(epoch), Ed25519.NOTE, seed);
    }

    private String origin(int epoch) {
        return name + "/" + epoch;
    }
}
