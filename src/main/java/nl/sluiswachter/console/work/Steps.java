package nl.sluiswachter.console.work;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

/** Gets to know how far work is. */
public interface Steps {

    /** By which the work is found. */
    UUID work();

    /** How many steps there are. */
    void total(long steps);

    /**
     * How many were done so far.
     *
     * @throws Stopped when it shall go no further
     */
    void done(long steps);

    /** Writes a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream file) throws IOException;
    }

    /**
     * Keeps a file for the result, sealed, while it is written.
     *
     * @throws TooLarge when it has more than 64 MiB; then the work ends as too large
     */
    WorkResult.ResultFile file(String name, String mediaType, Content content) throws IOException;
}
