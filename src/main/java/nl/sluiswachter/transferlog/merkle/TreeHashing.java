package nl.sluiswachter.transferlog.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/** The three hashes of RFC 6962 section 2.1: of the empty tree, of a leaf (0x00 first) and of an inner node (0x01 first). */
public final class TreeHashing {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    /** The root of a tree without leaves. */
    public static final Hash EMPTY = Hash.owning(sha256(new byte[0]));

    private TreeHashing() {}

    /** The leaf hash of an entry. */
    public static Hash leaf(byte[] entry) {
        Objects.requireNonNull(entry); // a failure half-way would spoil the next hash of this thread
        MessageDigest digest = SCRATCH.get().digest;
        digest.update(LEAF);
        return Hash.owning(digest.digest(entry));
    }

    /** The hash of the node above two others. */
    public static Hash node(Hash left, Hash right) {
        Scratch scratch = SCRATCH.get();
        left.copyTo(scratch.node, 1);
        right.copyTo(scratch.node, 1 + Hash.LENGTH);
        return Hash.owning(scratch.digest.digest(scratch.node));
    }

    /** Plain SHA-256, for key ids. */
    static byte[] sha256(byte[] bytes) {
        return SCRATCH.get().digest.digest(bytes);
    }

    /** One digest and one node for each thread: finding the algorithm costs more than a hash. */
    private static final class Scratch {
        private final MessageDigest digest;
        private final byte[] node = new byte[1 + 2 * Hash.LENGTH];

        private Scratch() {
            node[0] = NODE;
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("SHA-256 is part of every JDK", e);
            }
        }
    }
}
