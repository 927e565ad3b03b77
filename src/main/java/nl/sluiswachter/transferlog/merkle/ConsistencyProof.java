package nl.sluiswachter.transferlog.merkle;

import java.util.List;

/**
 * That the tree of {@code oldSize} leaves is the beginning of the tree of {@code newSize} leaves (RFC 6962 section 2.1.2).
 * Nothing is needed to prove it of equal trees, nor of the empty tree.
 */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> hashes) {
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
        if (oldSize < 0 || newSize < 0) {
            throw new IllegalArgumentException("A size is not negative");
        }
    }

    /** A proof from outside, refused when no two trees could have it. */
    public static ConsistencyProof of(long oldSize, long newSize, List<Hash> hashes) throws Malformed {
        if (hashes.size() > Limits.PROOF_HASHES) {
            throw new Malformed(Malformation.PROOF_TOO_LONG);
        }
        if (oldSize < 0 || oldSize > newSize) {
            throw new Malformed(Malformation.PROOF_SIZES_REVERSED);
        }
        return new ConsistencyProof(oldSize, newSize, hashes);
    }

    /** Whether the tree with the new root begins with the tree with the old root (RFC 9162 section 2.1.4.2). */
    public boolean verifies(Hash oldRoot, Hash newRoot) {
        if (oldSize == 0) {
            return hashes.isEmpty() && oldRoot.equals(TreeHashing.EMPTY) && (newSize > 0 || newRoot.equals(oldRoot));
        }
        if (oldSize >= newSize) {
            return oldSize == newSize && hashes.isEmpty() && oldRoot.equals(newRoot);
        }
        boolean isSubtree = Long.bitCount(oldSize) == 1; // then its root is the first hash and is left out
        if (!isSubtree && hashes.isEmpty()) {
            return false;
        }
        Hash first = isSubtree ? oldRoot : hashes.get(0);
        return rises(first, isSubtree ? hashes : hashes.subList(1, hashes.size()), oldRoot, newRoot);
    }

    private boolean rises(Hash first, List<Hash> rest, Hash oldRoot, Hash newRoot) {
        int skip = Long.numberOfTrailingZeros(oldSize);
        long place = oldSize - 1 >>> skip;
        long last = newSize - 1 >>> skip;
        Hash old = first;
        Hash grown = first;
        for (Hash beside : rest) {
            if (last == 0) {
                return false;
            }
            boolean onTheRight = (place & 1) == 1;
            if (onTheRight || place == last) {
                old = TreeHashing.node(beside, old);
                grown = TreeHashing.node(beside, grown);
                int up = onTheRight ? 0 : Long.numberOfTrailingZeros(place);
                place >>>= up;
                last >>>= up;
            } else {
                grown = TreeHashing.node(grown, beside);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && old.equals(oldRoot) && grown.equals(newRoot);
    }
}
