package nl.sluiswachter.transferlog;

/**
 * The log could not be written: its database is away, full or may not be written. Nothing may be answered or delivered; whether
 * the decision was written nevertheless is certain only for who sends the same request with the same key again.
 */
public class LogUnavailable extends RuntimeException {

    LogUnavailable(RuntimeException cause) {
        super("The transfer log cannot be written", cause);
    }
}
