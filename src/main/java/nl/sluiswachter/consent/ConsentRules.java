package nl.sluiswachter.consent;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyRef;
import nl.sluiswachter.party.Side;

/**
 * Whether a draft can be a consent at all: specific, dated, by somebody who can give it (AVG art. 4(11) and 7, UAVG
 * art. 5). Whether it suffices for a transfer is asked at each transfer.
 */
public final class ConsentRules {

    /** How far the clock of a partner may run ahead of ours. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    /** Under this age no regime lets a child consent alone (Wmo 5.3.3 lid 2, Jeugdwet 7.3.15, BW 7:450). */
    static final int YOUNGEST_GIVER = 12;

    static final int OLDEST_PERSON = 130;

    private final KnownTypes known;
    private final Clock clock;

    public ConsentRules(KnownTypes known, Clock clock) {
        this.known = known;
        this.clock = clock;
    }

    /** Everything that is wrong; empty for a draft that this party can register. */
    public List<Flaw> flaws(ConsentDraft draft, Party by) {
        return Stream.of(scope(draft), Stream.of(sending(draft, by)), times(draft), giver(draft))
                .flatMap(flaws -> flaws)
                .flatMap(Optional::stream)
                .toList();
    }

    private Stream<Optional<Flaw>> scope(ConsentDraft draft) {
        return Stream.of(
                unless(
                        draft.purpose().isPresent() || !draft.exchangeTypes().isEmpty(),
                        new Flaw("exchangeTypes", "NOT_SPECIFIC", "Exchange types or a purpose are expected.")),
                unless(
                        draft.exchangeTypes().stream().allMatch(known::isExchangeType),
                        new Flaw("exchangeTypes", "UNKNOWN_CODE", "Exchange types of the catalogue are expected.")),
                unless(
                        draft.purpose().map(known::isPurpose).orElse(true),
                        new Flaw("purpose", "UNKNOWN_CODE", "A purpose of the catalogue is expected.")),
                unless(
                        draft.dataCategories().stream().allMatch(known::isDataCategory),
                        new Flaw("dataCategories", "UNKNOWN_CODE", "Field paths or prefixes are expected.")),
                unless(
                        draft.sender().map(this::isKnown).orElse(true),
                        new Flaw("sender", "UNKNOWN_CODE", "An OIN or a capacity of the catalogue is expected.")),
                unless(
                        draft.receivers().stream().allMatch(this::isKnown),
                        new Flaw("receivers", "UNKNOWN_CODE", "OINs or capacities of the catalogue are expected.")));
    }

    /** A partner obtains consent for its own sending, so for at least one exchange in which it can be the sender. */
    private Optional<Flaw> sending(ConsentDraft draft, Party by) {
        List<String> named = Stream.concat(
                        draft.exchangeTypes().stream().filter(known::isExchangeType),
                        draft.purpose().filter(known::isPurpose).stream())
                .toList();
        return unless(
                by.side() == Side.MUNICIPALITY
                        || named.isEmpty()
                        || named.stream().anyMatch(code -> known.maySend(code, by.capacities())),
                new Flaw(
                        draft.exchangeTypes().isEmpty() ? "purpose" : "exchangeTypes",
                        "NOT_YOUR_EXCHANGE",
                        "An exchange that you can send in one of your capacities is expected."));
    }

    private Stream<Optional<Flaw>> times(ConsentDraft draft) {
        int age = draft.age().orElse(0);
        return Stream.of(
                unless(
                        !draft.givenAt().isAfter(clock.instant().plus(CLOCK_SKEW)),
                        new Flaw("givenAt", "IN_THE_FUTURE", "A moment that has passed is expected.")),
                unless(
                        draft.validUntil().map(draft.givenAt()::isBefore).orElse(true),
                        new Flaw("validUntil", "BEFORE_START", "A moment after givenAt is expected.")),
                unless(
                        age >= 0 && age <= OLDEST_PERSON,
                        new Flaw("subject/birthdate", "IMPOSSIBLE_AGE", "A birth date before givenAt is expected.")));
    }

    private Stream<Optional<Flaw>> giver(ConsentDraft draft) {
        boolean self = draft.givenBy().relation() == Giver.Relation.SELF;
        boolean tooYoung =
                draft.age().map(age -> age >= 0 && age < YOUNGEST_GIVER).orElse(false);
        boolean named = draft.givenBy().key().isPresent();
        boolean same = draft.givenBy().key().equals(draft.subject().byBsn());
        return Stream.of(
                unless(
                        !self || !tooYoung,
                        new Flaw("givenBy/relation", "GIVER_TOO_YOUNG", "Under 12 a representative consents.")),
                unless(
                        self || !draft.isAdult() || named,
                        new Flaw("givenBy/bsn", "REPRESENTATIVE_UNKNOWN", "The BSN of an adult's representative.")),
                unless(
                        !named || same == self,
                        new Flaw(
                                "givenBy/bsn",
                                "GIVER_MISMATCH",
                                "A representative is another person, SELF the same.")));
    }

    private boolean isKnown(PartyRef ref) {
        return !(ref instanceof PartyRef.ByCapacity) || known.isCapacity(ref.text());
    }

    private static Optional<Flaw> unless(boolean holds, Flaw flaw) {
        return holds ? Optional.empty() : Optional.of(flaw);
    }
}
