package nl.sluiswachter.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is not as it must be, a sentence each. One entry that is wrong keeps no other from being looked at, and a thousand keep no
 * other from being told: else who may write bad ones hides all that comes after them.
 */
final class Findings {

    /** Sentences kept at most; of more, only how many. */
    static final int MOST = 100;

    private final List<String> sentences = new ArrayList<>();
    private final Consumer<String> told;
    private long untold;

    /** @param told hears every sentence, as it is found */
    Findings(Consumer<String> told) {
        this.told = told;
    }

    /** Something that may turn out not to be as it must be. */
    interface Check {
        void run() throws IOException, Refuted;
    }

    void add(String sentence) {
        told.accept(sentence);
        if (sentences.size() < MOST) {
            sentences.add(sentence);
        } else {
            untold++;
        }
    }

    /** What was found beside it. */
    void add(Findings others) {
        others.sentences.forEach(this::add);
        untold += others.untold;
    }

    /** Keeps what refutes it, and goes on. */
    void collect(Check check) throws IOException {
        try {
            check.run();
        } catch (Refuted e) {
            add(e.getMessage());
        }
    }

    /** The first of them, in the order in which they were found, and how many more there are. */
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
