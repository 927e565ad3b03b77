package nl.sluiswachter.startup;

/** The gateway does not start. The message is one sentence for its operator that says what to do; no stack trace is shown. */
public class StartRefused extends RuntimeException {

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
