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

    /** Something is not what it must be; one sentence names it and, where there are two hashes that differ, both. */
    record Broken(String sentence) implements Verdict {}

    /** Nothing can be said: what was offered cannot be read. */
    record Unreadable(String sentence) implements Verdict {}
}
