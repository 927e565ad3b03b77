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

    /** Whether it can be the same person: who gave no BSN cannot be told apart from another in the same relation. */
    boolean canBe(Giver other) {
        boolean differs = key.isPresent() && other.key.isPresent() && !key.equals(other.key);
        return relation == other.relation && !differs;
    }
}
