package nl.sluiswachter.verifier;

import java.io.IOException;

/** What was offered has not the form it must have. The message is one sentence that repeats none of it. */
final class Unreadable extends IOException {

    Unreadable(String sentence) {
        super(sentence);
    }
}
