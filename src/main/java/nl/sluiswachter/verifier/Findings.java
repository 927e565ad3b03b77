package nl.sluiswachter.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is not as it must be, a sentence each. One entry that is wrong keeps no other from being looked at: else who may write a
 * single bad one hides all that comes after it.
 */
final class Findings {

    /** Sentences told at most; of more, only how many. */
    static final int MOST = 100;

    private final List<String> sentences = new ArrayList<>();
    private long untold;

    /** Something that may turn out not to be as it must be. */
    interface Check {
        void run() throws IOException, Refuted;
    }

    void add(String sentence) {
        if (sentences.size() < MOST) {
            sentences.add(sentence);
        } else {
            untold++;
        }
    }

    /** Keeps what refutes it, and goes on. */
    void collect(Check check) throws IOException {
        try {
            check.run();
        } catch (Refuted e) {
            add(e.getMessage());
        }
    }

    /** All of them, in the order in which they were found. */
    List<String> sentences() {
        List<String> all = new ArrayList<>(sentences);
        if (untold > 0) {
            all.add("And %d more.".formatted(untold));
        }
        return List.copyOf(all);
    }

    /** Unless there are none. */
    void refuse() throws Refuted {
        if (!sentences.isEmpty()) {
            throw new Refuted(sentences());
        }
    }
}
