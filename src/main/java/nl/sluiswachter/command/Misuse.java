package nl.sluiswachter.command;

/** The command was not typed as it must be. The message is one sentence. */
final class Misuse extends RuntimeException {

    Misuse(String sentence) {
        super(sentence);
    }
}
