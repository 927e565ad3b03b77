package nl.sluiswachter.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.party.PartyRef;

/**
 * A consent as a party wants it registered.
 *
 * @param birthdate of the person, where known
 * @param exchangeTypes what it is for; may be empty when {@code purpose} says so
 * @param sender who may send; empty for the party that registers
 * @param dataCategories field paths or prefixes
 * @param evidence reference to where the proof is kept (AVG art. 7 lid 1); never the proof itself
 */
public record ConsentDraft(
        SubjectIdentity subject,
        Optional<LocalDate> birthdate,
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
        Optional<String> evidence) {

    private static final int OF_AGE = 18;
    private static final ZoneId RESIDENT_TIME = ZoneId.of("Europe/Amsterdam");

    public ConsentDraft {
        exchangeTypes = Set.copyOf(exchangeTypes);
        receivers = List.copyOf(receivers);
        dataCategories = List.copyOf(dataCategories);
    }

    /** Full years of the person when consent was given; negative when not born yet, empty when unknown. */
    public Optional<Integer> age() {
        LocalDate day = givenAt.atZone(RESIDENT_TIME).toLocalDate();
        return birthdate.map(
                born -> born.isAfter(day) ? -1 : Period.between(born, day).getYears());
    }

    /** Whether the person is known to have been of age when consent was given. */
    public boolean isAdult() {
        return age().map(years -> years >= OF_AGE).orElse(false);
    }

    /** The birth date as far as the age regimes need it later: only of a minor. */
    Optional<LocalDate> birthdateToKeep() {
        return birthdate.filter(born -> !isAdult());
    }

    ConsentDraft sentBy(PartyRef only) {
        return new ConsentDraft(
                subject,
                birthdate,
                kind,
                exchangeTypes,
                purpose,
                Optional.of(only),
                receivers,
                dataCategories,
                givenBy,
                givenAt,
                validUntil,
                freedom,
                evidence);
    }
}
