package nl.sluiswachter.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluiswachter.kernel.SubjectIdentity;

/** Whether somebody can have consented then and there: dated, by a person who can give it (UAVG art. 5). */
final class GivingRules {

    /** How far the clock of a partner may run ahead of ours. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    /** Nobody alive is older, in full years. */
    static final int OLDEST_PERSON = 130;

    private final Clock clock;

    GivingRules(Clock clock) {
        this.clock = clock;
    }

    /** What is known of the person who has to consent. */
    record Person(SubjectIdentity identity, Optional<LocalDate> birthdate, boolean knownAdult) {}

    List<Flaw> flaws(Happening given, Person person, Optional<Instant> validUntil) {
        Giving giving = given.giving().orElseThrow();
        Age age = new Age(person.birthdate(), giving.at());
        boolean isAdult = person.knownAdult() || age.isAdult();
        return Stream.of(
                        times(giving, validUntil),
                        Stream.of(age(age)),
                        giver(given.person().orElseThrow(), person, age),
                        mandate(given.person().orElseThrow(), giving, isAdult))
                .flatMap(flaws -> flaws)
                .flatMap(Optional::stream)
                .toList();
    }

    /** An age that nobody has. */
    static Optional<Flaw> age(Age age) {
        int years = age.years().orElse(0);
        return Flaw.unless(
                years >= 0 && years <= OLDEST_PERSON,
                "subject/birthdate",
                "IMPOSSIBLE_AGE",
                years < 0
                        ? "A birth date before givenAt is expected."
                        : "An age of at most %d is expected.".formatted(OLDEST_PERSON));
    }

    private Stream<Optional<Flaw>> times(Giving giving, Optional<Instant> validUntil) {
        return Stream.of(
                Flaw.unless(
                        !giving.at().isAfter(clock.instant().plus(CLOCK_SKEW)),
                        "givenAt",
                        "IN_THE_FUTURE",
                        "A moment that has passed is expected."),
                Flaw.unless(
                        validUntil.map(giving.at()::isBefore).orElse(true),
                        "validUntil",
                        "BEFORE_START",
                        "A moment after givenAt is expected."));
    }

    private static Stream<Optional<Flaw>> giver(Giver giver, Person person, Age age) {
        boolean self = giver.relation() == Giver.Relation.SELF;
        boolean tooYoung = age.years()
                .map(years -> years >= 0 && AgeBand.of(years) == AgeBand.UNDER_12)
                .orElse(false);
        boolean named = giver.key().isPresent();
        boolean same = giver.key().equals(person.identity().byBsn());
        return Stream.of(
                Flaw.unless(
                        !self || !tooYoung,
                        "givenBy/relation",
                        "GIVER_TOO_YOUNG",
                        "Under 12 a representative consents."),
                Flaw.unless(
                        !named || same == self,
                        "givenBy/bsn",
                        "GIVER_MISMATCH",
                        "A representative is another person, SELF the same."));
    }

    /** An adult consents alone, unless a court gave somebody a mandate (UAVG art. 5 lid 2); who that is, is known. */
    private static Stream<Optional<Flaw>> mandate(Giver giver, Giving giving, boolean isAdult) {
        boolean represented = giver.relation() == Giver.Relation.REPRESENTATIVE;
        boolean stated = giving.mandate().isPresent();
        return Stream.of(
                Flaw.unless(
                        !represented || !isAdult || giver.key().isPresent(),
                        "givenBy/bsn",
                        "REPRESENTATIVE_UNKNOWN",
                        "The BSN of an adult's representative."),
                Flaw.unless(
                        !represented || !isAdult || stated,
                        "givenBy/mandate",
                        "MANDATE_REQUIRED",
                        "An adult is represented only under curatele, bewind or mentorschap."),
                Flaw.unless(
                        represented || !stated,
                        "givenBy/mandate",
                        "MANDATE_WITHOUT_REPRESENTATIVE",
                        "A mandate is somebody else's: the representative's."));
    }
}
