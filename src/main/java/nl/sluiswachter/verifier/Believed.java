package nl.sluiswachter.verifier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.NoteVerifier;

/**
 * Whom the caller believes. All of it comes from elsewhere than the log.
 *
 * @param key verifier key of the log
 * @param witnesses verifier keys of witnesses
 * @param quorum how many of these must have cosigned
 * @param also further keys of the log itself, such as a post-quantum one, each of which must have signed too
 * @param now what the clock of the caller says; empty to believe no clock
 */
public record Believed(String key, List<String> witnesses, int quorum, List<NoteVerifier> also, Optional<Instant> now) {

    public Believed {
        witnesses = List.copyOf(witnesses);
        also = List.copyOf(also);
    }

    /** Who believes no clock. */
    public Believed(String key, List<String> witnesses, int quorum, List<NoteVerifier> also) {
        this(key, witnesses, quorum, also, Optional.empty());
    }

    /** The key of the log, and no witness. */
    public static Believed key(String key) {
        return new Believed(key, List.of(), 0, List.of());
    }
}
