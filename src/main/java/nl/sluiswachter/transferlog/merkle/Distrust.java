package nl.sluiswachter.transferlog.merkle;

/** Why something well formed is not believed. */
public enum Distrust {
    OTHER_ORIGIN("The checkpoint is of another log."),
    UNKNOWN_SIGNER("The checkpoint has no signature by a known key of the log."),
    FORGED("A signature of the checkpoint is not by the known key it names."),
    TOO_FEW_WITNESSES("The checkpoint has fewer cosignatures by known witnesses than asked for."),
    NOT_INCLUDED("The proof does not lead from the entry to the root of the checkpoint.");

    private final String sentence;

    Distrust(String sentence) {
        this.sentence = sentence;
    }

    /** The reason, for people. */
    public String sentence() {
        return sentence;
    }
}
