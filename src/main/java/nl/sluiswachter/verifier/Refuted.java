package nl.sluiswachter.verifier;

/** The first thing that is not what it must be. The message is the sentence of {@link Verdict.Broken}. */
final class Refuted extends Exception {

    Refuted(String sentence) {
        super(sentence);
    }
}
