package nl.sluiswachter.verifier.recount;

/** What was offered has not the form it must have. The message is one sentence that repeats none of it. */
final class Unreadable extends RuntimeException {

    Unreadable(String sentence) {
        super(sentence);
    }
}
