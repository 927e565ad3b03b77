package nl.sluiswachter.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.party.PartyRef;

/**
 * A consent, or the request for one, as a party wants it registered.
 *
 * @param birthdate of the person, where known
 * @param first {@link ConsentState#GIVEN} or {@link ConsentState#REQUESTED}
 */
public record ConsentDraft(
        SubjectIdentity subject, Optional<LocalDate> birthdate, ConsentScope scope, Happening first) {

    public ConsentDraft {
        if (first.state().isEnd()) {
            throw new IllegalArgumentException("A consent begins with a request or a yes");
        }
    }

    /** The age of the person when consent was given or, for a request, now. */
    Age age(Instant now) {
        return new Age(birthdate, first.giving().map(Giving::at).orElse(now));
    }

    ConsentDraft sentBy(PartyRef only) {
        return new ConsentDraft(subject, birthdate, scope.sentBy(only), first);
    }
}
