package nl.sluiswachter.verifier;

import java.time.Instant;
import java.util.Optional;

/** What was kept of the log from an earlier day. */
public sealed interface Kept {

    /**
     * A checkpoint as the gateway gave it, with its signature.
     *
     * @param stampedAt when a time-stamp authority saw it, whom the caller believes; empty when none did
     */
    record Signed(byte[] note, Optional<Instant> stampedAt) implements Kept {

        /** One that no authority saw. */
        public Signed(byte[] note) {
            this(note, Optional.empty());
        }
    }

    /** A line on paper: believed because of who kept it. */
    record Paper(String line) implements Kept {}
}
