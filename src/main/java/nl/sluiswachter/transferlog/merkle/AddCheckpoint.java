package nl.sluiswachter.transferlog.merkle;

import java.util.Optional;

/** What a log sends to a witness (C2SP tlog-witness): how its new checkpoint follows from the one cosigned last. */
public record AddCheckpoint(ConsistencyProof consistency, SignedCheckpoint checkpoint) {
    private static final String OLD = "old ";

    public AddCheckpoint {
        if (consistency.newSize() != checkpoint.checkpoint().size()) {
            throw new IllegalArgumentException("The proof leads to the tree of the checkpoint");
        }
    }

    /** Reads the body of a request; every refusal is a 400 of the protocol. */
    public static AddCheckpoint parse(byte[] body) throws Malformed {
        String text = StrictText.utf8(
                body,
                Limits.ADD_CHECKPOINT_BYTES,
                Malformation.ADD_CHECKPOINT_TOO_LARGE,
                Malformation.ADD_CHECKPOINT_ENCODING);
        if (!text.startsWith(OLD)) {
            throw new Malformed(Malformation.ADD_CHECKPOINT_OLD_SIZE);
        }
        ProofText proof = ProofText.parse(text, Malformation.ADD_CHECKPOINT_NO_CHECKPOINT);
        long oldSize = Optional.of(proof.head().get(0).substring(OLD.length()))
                .flatMap(StrictText::decimal)
                .orElseThrow(() -> new Malformed(Malformation.ADD_CHECKPOINT_OLD_SIZE));
        long newSize = proof.checkpoint().checkpoint().size();
        return new AddCheckpoint(ConsistencyProof.of(oldSize, newSize, proof.hashes(1)), proof.checkpoint());
    }

    /** The body of the request. */
    public byte[] bytes() {
        return ProofText.bytes(OLD + consistency.oldSize() + "\n", consistency.hashes(), checkpoint);
    }
}
