package nl.sluiswachter.transferlog.merkle;

import java.util.Arrays;
import java.util.Optional;

/**
 * One file that proves offline that an entry is in a log (C2SP tlog-proof). The extra data is not signed by anyone: use it
 * only to compute the leaf hash, or check it by other means.
 */
public final class LogProof {
    private static final String VERSION = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    private final InclusionProof inclusion;
    private final SignedCheckpoint checkpoint;
    private final byte[] extra;

    private LogProof(InclusionProof inclusion, SignedCheckpoint checkpoint, byte[] extra) {
        this.inclusion = inclusion;
        this.checkpoint = checkpoint;
        this.extra = extra;
    }

    /** A proof for the tree of this checkpoint; no extra data where the array is empty. */
    public static LogProof of(InclusionProof inclusion, SignedCheckpoint checkpoint, byte[] extra) {
        if (inclusion.size() != checkpoint.checkpoint().size() || extra.length > Limits.EXTRA_BYTES) {
            throw new IllegalArgumentException("A log proof is about the tree of its checkpoint and has little extra");
        }
        return new LogProof(inclusion, checkpoint, extra.clone());
    }

    /** Reads the file. */
    public static LogProof parse(byte[] bytes) throws Malformed {
        String text = StrictText.utf8(
                bytes, Limits.LOG_PROOF_BYTES, Malformation.LOG_PROOF_TOO_LARGE, Malformation.LOG_PROOF_ENCODING);
        if (!text.startsWith(VERSION + "\n")) {
            throw new Malformed(Malformation.LOG_PROOF_VERSION);
        }
        ProofText proof = ProofText.parse(text, Malformation.LOG_PROOF_NO_CHECKPOINT);
        boolean hasExtra = proof.head().size() > 1 && proof.head().get(1).startsWith(EXTRA);
        int at = hasExtra ? 2 : 1;
        byte[] extra = hasExtra ? extra(proof.head().get(1).substring(EXTRA.length())) : new byte[0];
        long index = index(proof.head().size() > at ? proof.head().get(at) : "");
        long size = proof.checkpoint().checkpoint().size();
        return new LogProof(InclusionProof.of(index, size, proof.hashes(at + 1)), proof.checkpoint(), extra);
    }

    private static byte[] extra(String base64) throws Malformed {
        return StrictText.base64(base64)
                .filter(bytes -> bytes.length > 0 && bytes.length <= Limits.EXTRA_BYTES)
                .orElseThrow(() -> new Malformed(Malformation.LOG_PROOF_EXTRA));
    }

    private static long index(String line) throws Malformed {
        return Optional.of(line)
                .filter(text -> text.startsWith(INDEX))
                .flatMap(text -> StrictText.decimal(text.substring(INDEX.length())))
                .orElseThrow(() -> new Malformed(Malformation.LOG_PROOF_INDEX));
    }

    /** Whether the entry with this leaf hash is in the log, at the index the proof says. */
    public Trust check(Hash leaf, TrustPolicy policy) {
        Trust trust = policy.check(checkpoint);
        boolean isIncluded = inclusion.verifies(leaf, checkpoint.checkpoint().root());
        return trust instanceof Trust.Given && !isIncluded ? new Trust.Refused(Distrust.NOT_INCLUDED) : trust;
    }

    /** Where the entry is and how that is proven. */
    public InclusionProof inclusion() {
        return inclusion;
    }

    /** The head of the log it is proven against. */
    public SignedCheckpoint checkpoint() {
        return checkpoint;
    }

    /** A copy of the extra data; empty where there is none. */
    public byte[] extra() {
        return extra.clone();
    }

    /** The file. */
    public byte[] bytes() {
        String line = extra.length == 0 ? "" : EXTRA + StrictText.base64(extra) + "\n";
        String head = VERSION + "\n" + line + INDEX + inclusion.index() + "\n";
        return ProofText.bytes(head, inclusion.hashes(), checkpoint);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogProof proof
                && inclusion.equals(proof.inclusion)
                && checkpoint.equals(proof.checkpoint)
                && Arrays.equals(extra, proof.extra);
    }

    @Override
    public int hashCode() {
        return inclusion.hashCode();
    }
}
