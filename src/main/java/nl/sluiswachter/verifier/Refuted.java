package nl.sluiswachter.verifier;

import java.util.List;

/** Something is not what it must be. The message is the first sentence of {@link Verdict.Broken}. */
final class Refuted extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> further;

    Refuted(String sentence) {
        this(List.of(sentence));
    }

    /** @param sentences at least one, the first found first */
    Refuted(List<String> sentences) {
        super(sentences.get(0));
        this.further = List.copyOf(sentences.subList(1, sentences.size()));
    }

    /** What was found besides. */
    List<String> further() {
        return further;
    }
}
