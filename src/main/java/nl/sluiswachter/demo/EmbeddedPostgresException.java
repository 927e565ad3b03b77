package nl.sluiswachter.demo;

import nl.sluiswachter.startup.StartRefused;

/** The embedded database cannot be used; the message is one sentence that tells its user what to do. */
public class EmbeddedPostgresException extends StartRefused {

    public EmbeddedPostgresException(String message) {
        super(message);
    }

    public EmbeddedPostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
