package nl.sluiswachter.transferlog.proof;

import java.util.SortedMap;

/** Where a decision stands in the log, and how that is proven. */
public sealed interface TransferProof {

    /** It is durable and has no leaf under a published checkpoint yet; it will within a second. */
    record NotYet() implements TransferProof {}

    /**
     * It is proven.
     *
     * @param entry the exact bytes of the entry
     * @param salts by label, those that the asking party may have
     * @param commitments to which they belong
     * @param proof C2SP tlog-proof: index, inclusion proof, and the checkpoint with all its signatures
     * @param verifierKey of the checkpoint (C2SP signed-note)
     */
    record Ready(
            int shard,
            long position,
            byte[] entry,
            SortedMap<String, byte[]> salts,
            SortedMap<String, byte[]> commitments,
            String proof,
            String verifierKey)
            implements TransferProof {}
}
