package nl.sluiswachter.verifier;

/** What was kept of the log from an earlier day. */
public sealed interface Kept {

    /** A checkpoint as the gateway gave it, with its signature. */
    record Signed(byte[] note) implements Kept {}

    /** A line on paper: believed because of who kept it. */
    record Paper(String line) implements Kept {}
}
