package nl.sluiswachter.demo;

/** The embedded database cannot be used; the message is one sentence that tells its user what to do. */
public class EmbeddedPostgresException extends RuntimeException {

    public EmbeddedPostgresException(String message) {
        super(message);
    }

    public EmbeddedPostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
