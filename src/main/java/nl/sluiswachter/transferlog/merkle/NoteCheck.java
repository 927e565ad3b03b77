package nl.sluiswachter.transferlog.merkle;

import java.util.List;

/** Whose a note is. */
public sealed interface NoteCheck {

    /** Signed by these known keys, at least one, and by no known key wrongly. */
    record Verified(List<NoteSignature> signatures) implements NoteCheck {
        public Verified {
            signatures = List.copyOf(signatures);
        }
    }

    /** A signature claims to be of a known key and is not: the whole note is worth nothing. */
    record Forged(NoteKey key) implements NoteCheck {}

    /** No signature is of a known key. */
    record Unknown() implements NoteCheck {}
}
