package nl.sluiswachter.transferlog.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.sluiswachter.transferlog.entry.Follows;
import nl.sluiswachter.transferlog.entry.Origin;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Ed25519;
import nl.sluiswachter.transferlog.merkle.Ed25519Signer;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.MissingTile;
import nl.sluiswachter.transferlog.merkle.NoteCheck;
import nl.sluiswachter.transferlog.merkle.NoteSigner;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.SignerKey;
import nl.sluiswachter.transferlog.merkle.Tiles;
import nl.sluiswachter.transferlog.merkle.TreeReader;
import nl.sluiswachter.transferlog.merkle.VerifierKey;
import nl.sluiswachter.transferlog.postquantum.PostQuantumSigner;

/**
 * Signs tree heads, and only those that continue what it signed before: a tree that shrank, or whose past differs, is
 * refused whatever the database says.
 */
public final class CheckpointSigner {

    private final String name;
    private final byte[] seed;
    private final SignerMemory memory;
    private final Tiles tiles;
    private final Optional<Function<String, PostQuantumSigner>> second;
    private volatile Keyed keyed;

    /** The key of the epoch that was asked for last: the public half takes a millisecond to make, and each proof names it. */
    private record Keyed(int epoch, SignerKey key) {}

    /** Signs once: Ed25519. */
    public CheckpointSigner(String name, byte[] seed, SignerMemory memory, Tiles tiles) {
        this(name, seed, memory, tiles, Optional.empty());
    }

    /**
     * @param name of the log; the origin of its checkpoints is this, a slash and the epoch
     * @param seed Ed25519 private key, 32 bytes
     * @param second makes a second signer, by origin
     */
    public CheckpointSigner(
            String name,
            byte[] seed,
            SignerMemory memory,
            Tiles tiles,
            Optional<Function<String, PostQuantumSigner>> second) {
        this.name = name;
        this.seed = seed.clone();
        this.memory = memory;
        this.tiles = tiles;
        this.second = second;
    }

    /** The key that verifies the second signature of this checkpoint, which is one of ours; empty when it has none. */
    public Optional<VerifierKey> postQuantumKey(Checkpoint checkpoint) {
        return second.map(maker -> maker.apply(checkpoint.origin()).verifierKey());
    }

    /** The key that verifies checkpoints of an epoch. */
    public VerifierKey verifierKey(int epoch) {
        return key(epoch).verifierKey();
    }

    /** The key that verifies this checkpoint, when it is one of ours. */
    public VerifierKey verifierKey(Checkpoint checkpoint) {
        return verifierKey(Origin.parse(checkpoint.origin()).orElseThrow().epoch());
    }

    /**
     * The signed head of the tree.
     *
     * @param follows what the epoch of the tree follows; empty in the first
     * @throws SignerRefusal when it does not continue what was signed last
     */
    SignedCheckpoint sign(TreeState tree, Optional<Follows> follows) {
        List<String> lines = follows.map(Follows::line).stream().toList();
        Checkpoint checkpoint = new Checkpoint(origin(tree.epoch()), tree.size(), tree.root(), lines);
        compare(remembered(checkpoint), checkpoint);
        memory.remember(checkpoint);
        try {
            List<NoteSigner> signers = new ArrayList<>(List.of(new Ed25519Signer(key(tree.epoch()))));
            second.ifPresent(maker -> signers.add(maker.apply(checkpoint.origin())));
            return SignedCheckpoint.sign(checkpoint, signers);
        } catch (Malformed e) {
            throw new IllegalStateException("A checkpoint of our own is well-formed", e);
        }
    }

    /** Remembers an empty tree, when nothing is remembered yet: only then is there nothing that could have been changed. */
    void begin(TreeState tree) {
        if (tree.size() == 0 && memory.last().isEmpty()) {
            memory.remember(Checkpoint.of(origin(tree.epoch()), 0, tree.root()));
        }
    }

    /**
     * Remembers what another node published with this key, so that the memory of each node is as new as the log.
     *
     * @throws SignerRefusal when it does not continue what this node remembers
     */
    void follow(SignedCheckpoint published) {
        Checkpoint next = published.checkpoint();
        Checkpoint last = remembered(next);
        boolean isKnown = last.origin().equals(next.origin())
                && last.size() == next.size()
                && last.root().equals(next.root())
                && Follows.of(last).equals(Follows.of(next));
        if (!isKnown) {
            compare(last, next);
            memory.remember(next);
        }
    }

    /**
     * Whether a node that remembers nothing may go on from what another published.
     *
     * @throws SignerRefusal when it remembers something, or that is not ours
     */
    void refuseJoining(SignedCheckpoint published) {
        if (memory.last().isPresent()) {
            throw new SignerRefusal("This node remembers what was signed last, so it needs not be told");
        }
        refuseForeign(published);
    }

    /** Remembers what another node published, which was looked at. */
    void join(SignedCheckpoint published) {
        memory.remember(published.checkpoint());
    }

    /** Whether the tree of one checkpoint of this log begins with that of another. */
    boolean continues(Checkpoint earlier, TreeState tree) {
        Checkpoint head = Checkpoint.of(origin(tree.epoch()), tree.size(), tree.root());
        return earlier.origin().equals(head.origin()) && earlier.size() <= head.size() && continues(earlier, head);
    }

    private Checkpoint remembered(Checkpoint next) {
        return memory.last()
                .orElseThrow(() -> new SignerRefusal("This node remembers nothing that was signed, and the log has "
                        + next.size() + " leaves: see log join"));
    }

    private void refuseForeign(SignedCheckpoint published) {
        boolean isOurs = Origin.parse(published.checkpoint().origin())
                .filter(origin -> origin.log().equals(name))
                .filter(origin -> isSigned(published, origin.epoch()))
                .isPresent();
        if (!isOurs) {
            throw new SignerRefusal("The newest checkpoint of the log is not signed with the key of this node");
        }
    }

    /** Whether a checkpoint is the head of this tree in its epoch. */
    boolean isHeadOf(Checkpoint checkpoint, TreeState tree) {
        return checkpoint.origin().equals(origin(tree.epoch()))
                && checkpoint.size() == tree.size()
                && checkpoint.root().equals(tree.root());
    }

    /** Whether the tree can go on in its epoch. */
    boolean wouldSign(TreeState tree) {
        Checkpoint next = Checkpoint.of(origin(tree.epoch()), tree.size(), tree.root());
        return memory.last()
                .filter(last -> last.origin().equals(next.origin()))
                .filter(last -> last.size() <= next.size() && continues(last, next))
                .isPresent();
    }

    /** How many leaves of a checkpoint of ours this tree begins with; 0 when that is not what it begins with. */
    long kept(SignedCheckpoint earlier, TreeState tree) {
        Checkpoint last = earlier.checkpoint();
        Checkpoint head = Checkpoint.of(origin(tree.epoch()), tree.size(), tree.root());
        boolean isOurs = Origin.parse(last.origin())
                .filter(origin -> origin.log().equals(name))
                .filter(origin -> isSigned(earlier, origin.epoch()))
                .isPresent();
        return isOurs && last.size() <= head.size() && continues(last, head) ? last.size() : 0;
    }

    private boolean isSigned(SignedCheckpoint checkpoint, int epoch) {
        try {
            return checkpoint.note().check(List.of(verifierKey(epoch).verifier(List.of(Ed25519.NOTE))))
                    instanceof NoteCheck.Verified;
        } catch (Malformed e) {
            throw new IllegalStateException("A key of our own is well-formed", e);
        }
    }

    private void compare(Checkpoint last, Checkpoint next) {
        if (!last.origin().equals(next.origin())) {
            requireNewEpoch(last, next);
        } else if (last.size() > 0 && !Follows.of(last).equals(Follows.of(next))) {
            throw new SignerRefusal("What the epoch follows is not what it was when the log was signed last");
        } else if (next.size() < last.size()) {
            throw new SignerRefusal("The tree has " + next.size() + " leaves and had " + last.size()
                    + " when it was signed last; after a restored backup a new epoch must begin");
        } else if (!continues(last, next)) {
            throw new SignerRefusal(
                    "The tree of " + next.size() + " leaves does not begin with the " + last.size() + " signed last");
        }
    }

    /** Only the operator of this node can let it go over to another epoch, and only one that names what it signed last. */
    private void requireNewEpoch(Checkpoint last, Checkpoint next) {
        boolean isBefore = Origin.parse(last.origin())
                .filter(origin -> origin.isBefore(Origin.parse(next.origin()).orElseThrow()))
                .isPresent();
        if (!isBefore) {
            throw new SignerRefusal("What was signed last belongs to another log: " + last.origin());
        }
        if (!memory.allows(next)) {
            throw new SignerRefusal(
                    "The database has begun another epoch, " + next.origin() + ", and nobody has told this node");
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

    private SignerKey key(int epoch) {
        Keyed known = keyed;
        if (known == null || known.epoch() != epoch) {
            known = new Keyed(epoch, SignerKey.of(origin(epoch), Ed25519.NOTE, seed));
            keyed = known;
        }
        return known.key();
    }

    private String origin(int epoch) {
        return new Origin(name, epoch).text();
    }
}
