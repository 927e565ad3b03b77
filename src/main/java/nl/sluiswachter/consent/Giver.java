package nl.sluiswachter.consent;

import java.util.Optional;
import nl.sluiswachter.kernel.SubjectKey;

/**
 * Who gave a consent.
 *
 * @param key of the representative, where a BSN was given
 */
public record Giver(Relation relation, Optional<SubjectKey> key) {

    /** In what relation the giver stands to the person concerned. */
    public enum Relation {
        SELF,
        REPRESENTATIVE
    }
}
