package nl.sluiswachter.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.party.PartyRef;

/**
 * A consent that was given at some time, as a decision sees it now.
 *
 * @param exchangeTypes what it is for; empty when {@code purpose} says so
 * @param sender who may send; empty for the party that registered it
 * @param dataCategories field paths ({@code health.functional}) or prefixes ({@code health})
 * @param birthdate of a person who was a minor when consent was given; empty for adults and where unknown
 * @param adult whether the person was known to be of age when consent was given
 * @param stateSince instant of the last event
 */
public record Consent(
        UUID id,
        SubjectIdentity subject,
        ConsentKind kind,
        Set<String> exchangeTypes,
        Optional<String> purpose,
        Optional<PartyRef> sender,
        List<PartyRef> receivers,
        List<String> dataCategories,
        Giver givenBy,
        Instant givenAt,
        Optional<Instant> validUntil,
        Freedom freedom,
        Optional<LocalDate> birthdate,
        boolean adult,
        ConsentState state,
        Instant stateSince,
        Oin registeredBy) {

    public Consent {
        exchangeTypes = Set.copyOf(exchangeTypes);
        receivers = List.copyOf(receivers);
        dataCategories = List.copyOf(dataCategories);
    }

    /** Whether the field path falls within the categories consented to. */
    public boolean coversField(String path) {
        return ConsentScope.covers(dataCategories, path);
    }
}
