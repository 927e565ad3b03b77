package nl.sluiswachter.verifier;

import java.util.List;
import nl.sluiswachter.transferlog.merkle.NoteVerifier;

/**
 * Whom the caller believes. All of it comes from elsewhere than the log.
 *
 * @param key verifier key of the log
 * @param witnesses verifier keys of witnesses
 * @param quorum how many of these must have cosigned
 * @param also further keys of the log itself, such as a post-quantum one, each of which must have signed too
 */
public record Believed(String key, List<String> witnesses, int quorum, List<NoteVerifier> also) {

    public Believed {
        witnesses = List.copyOf(witnesses);
        also = List.copyOf(also);
    }

    /** The key of the log, and no witness. */
    public static Believed key(String key) {
        return new Believed(key, List.of(), 0, List.of());
    }
}
