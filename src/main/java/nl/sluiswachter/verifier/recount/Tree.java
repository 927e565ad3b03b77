package nl.sluiswachter.verifier.recount;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/** A Merkle tree (RFC 6962 section 2.1) that grows leaf by leaf. */
final class Tree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** The roots of full trees, the smallest first, that together have all the leaves. */
    private final Deque<byte[]> full = new ArrayDeque<>();

    private final MessageDigest sha256;
    private long size;

    Tree() throws GeneralSecurityException {
        sha256 = MessageDigest.getInstance("SHA-256");
    }

    void append(byte[] leaf) {
        byte[] hash = hash(LEAF, leaf);
        for (long rest = size++; rest % 2 == 1; rest /= 2) {
            hash = hash(NODE, full.pop(), hash);
        }
        full.push(hash);
    }

    /** Of a leaf, in hex. */
    String leaf(byte[] bytes) {
        return HexFormat.of().formatHex(hash(LEAF, bytes));
    }

    /** In hex. */
    String root() {
        byte[] root = full.isEmpty() ? hash() : null;
        for (byte[] left : full) {
            root = root == null ? left : hash(NODE, left, root);
        }
        return HexFormat.of().formatHex(root);
    }

    /** SHA-256 of these parts, one behind the other. */
    byte[] hash(byte[]... parts) {
        for (byte[] part : parts) {
            sha256.update(part);
        }
        return sha256.digest();
    }
}
