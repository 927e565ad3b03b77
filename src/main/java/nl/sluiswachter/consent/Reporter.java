package nl.sluiswachter.consent;

import java.util.Optional;
import nl.sluiswachter.party.Party;

/**
 * Who reports what happened to a consent.
 *
 * @param officer who did it for the party, by the id that the provider of identities gives; empty for a system
 */
public record Reporter(Party party, Optional<String> officer) {

    /** A system of this party. */
    public static Reporter system(Party party) {
        return new Reporter(party, Optional.empty());
    }
}
