package nl.sluiswachter.verifier;

import java.util.List;

/** What a verification came to. */
public sealed interface Verdict {

    /** All that was looked at is as it must be; each statement says what was looked at, or what was not. */
    record Sound(List<String> statements) implements Verdict {
        public Sound {
            statements = List.copyOf(statements);
        }
    }

    /**
     * Nothing that was looked at is wrong, and something of it nobody outside the log vouches for.
     *
     * @param open what is not proven, and what would prove it; a sentence each
     */
    record Unproven(List<String> statements, List<String> open) implements Verdict {
        public Unproven {
            statements = List.copyOf(statements);
            open = List.copyOf(open);
        }
    }

    /**
     * Something is not what it must be; a sentence names it and, where there are two hashes that differ, both.
     *
     * @param further sentences, of what was found besides
     */
    record Broken(String sentence, List<String> further) implements Verdict {
        public Broken {
            further = List.copyOf(further);
        }

        public Broken(String sentence) {
            this(sentence, List.of());
        }
    }

    /** Nothing can be said: what was offered cannot be read. */
    record Unreadable(String sentence) implements Verdict {}

    /** Sound, unless something is open. */
    static Verdict of(List<String> statements, List<String> open) {
        return open.isEmpty() ? new Sound(statements) : new Unproven(statements, open);
    }
}
