package nl.sluiswachter.consent;

import java.time.Instant;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;

/**
 * A request for consent to which the answer was no. It is no consent and decides nothing; who asks should know of it.
 *
 * @param by who said no, where known
 * @param at when the answer was registered
 */
public record RefusedRequest(
        SubjectIdentity subject, ConsentScope scope, Optional<Giver> by, Instant at, Oin registeredBy) {

    /** Whether this yes came later and from the same person, as far as both are known. */
    public boolean isRevokedBy(Consent yes) {
        return yes.givenAt().isAfter(at)
                && by.map(who -> who.canBe(yes.givenBy())).orElse(true);
    }
}
