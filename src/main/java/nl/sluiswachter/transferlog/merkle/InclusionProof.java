package nl.sluiswachter.transferlog.merkle;

import java.util.List;

/**
 * That the leaf at {@code index} is in the tree of {@code size} leaves: the hashes beside its path, from the leaf upwards
 * (RFC 6962 section 2.1.1). The index counts from 0. Size and root belong together: take both from one checkpoint.
 */
public record InclusionProof(long index, long size, List<Hash> hashes) {
    public InclusionProof {
        hashes = List.copyOf(hashes);
        if (index < 0 || size < 0) {
            throw new IllegalArgumentException("Index and size are not negative");
        }
    }

    /** A proof from outside, refused when no tree could have it. */
    public static InclusionProof of(long index, long size, List<Hash> hashes) throws Malformed {
        if (hashes.size() > Limits.PROOF_HASHES) {
            throw new Malformed(Malformation.PROOF_TOO_LONG);
        }
        if (index < 0 || index >= size) {
            throw new Malformed(Malformation.PROOF_INDEX_OUTSIDE_TREE);
        }
        return new InclusionProof(index, size, hashes);
    }

    /** Whether this leaf hash is at the index of the tree with this root (RFC 9162 section 2.1.3.2). */
    public boolean verifies(Hash leaf, Hash root) {
        if (index >= size) {
            return false;
        }
        long place = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash beside : hashes) {
            if (last == 0) {
                return false;
            }
            boolean onTheRight = (place & 1) == 1;
            if (onTheRight || place == last) {
                hash = TreeHashing.node(beside, hash);
                // A lone right edge rises without a sibling until it is a right child.
                int up = onTheRight ? 0 : Long.numberOfTrailingZeros(place);
                place >>>= up;
                last >>>= up;
            } else {
                hash = TreeHashing.node(hash, beside);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
