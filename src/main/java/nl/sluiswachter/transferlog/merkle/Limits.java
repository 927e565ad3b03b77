package nl.sluiswachter.transferlog.merkle;

/** How large anything read from outside may be; whatever is larger is refused before it is looked at. */
public final class Limits {
    /** Bytes of a signed note, signatures included. */
    public static final int NOTE_BYTES = 64 * 1024;

    /** Signatures on one note; C2SP asks for at least 16. */
    public static final int SIGNATURES = 32;

    /** Bytes of one signature without its key id; an ML-DSA-87 signature has 4,627. */
    public static final int SIGNATURE_BYTES = 8 * 1024;

    /** Hashes in one proof: a tree of 2^63 - 1 leaves needs no more in an inclusion proof. */
    public static final int PROOF_HASHES = 63;

    /** Bytes of the extra data of a log proof. */
    public static final int EXTRA_BYTES = 128 * 1024;

    /** Characters of the name of a key. */
    public static final int NAME_CHARACTERS = 255;

    /** Bytes of a public or private key; an ML-DSA-87 public key has 2,592. */
    public static final int KEY_BYTES = 4 * 1024;

    /** Bytes of one entry in an entry bundle: its length is written as two bytes. */
    public static final int ENTRY_BYTES = 0xFFFF;

    private static final int HASH_LINE = 45;

    /** Bytes of the body of add-checkpoint: the old size, a proof, and a note. */
    public static final int ADD_CHECKPOINT_BYTES = 32 + PROOF_HASHES * HASH_LINE + NOTE_BYTES;

    /** Bytes of a log proof: head, extra data in base64, a proof, and a note. */
    public static final int LOG_PROOF_BYTES = 128 + (EXTRA_BYTES / 3 + 1) * 4 + PROOF_HASHES * HASH_LINE + NOTE_BYTES;

    private Limits() {}
}
