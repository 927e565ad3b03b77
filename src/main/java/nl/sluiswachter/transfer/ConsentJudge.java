package nl.sluiswachter.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Ages;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ConsentDemand;
import nl.sluiswachter.catalogue.GiverRule;
import nl.sluiswachter.consent.AgeBand;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.facts.FactKind;

/**
 * Judges the consents of one kind about one person for one message (AVG art. 4(11), 7): right kind, specific, not
 * withdrawn, in time, free, and given by whoever must give it at the person's age. When none is good, the code of the one
 * that came closest is the reason.
 */
final class ConsentJudge {

    private final Case input;
    private final Aim aim;
    private final Instant now;

    ConsentJudge(Case input) {
        this.input = input;
        this.aim = new Aim(input);
        this.now = input.submitted().receivedAt();
    }

    Judgement judge(Person person, ConsentKind kind) {
        List<Consent> related = related(person);
        List<Consent> ofKind = related.stream().filter(c -> c.kind() == kind).toList();
        if (ofKind.isEmpty()) {
            return Judgement.failed(related.isEmpty() ? missing() : Code.CONSENT_WRONG_TYPE);
        }
        List<Consent> valid = valid(person, kind);
        if (valid.isEmpty()) {
            return Judgement.failed(closest(ofKind));
        }
        return byAge(person, valid);
    }

    private List<Consent> related(Person person) {
        return input.consentsOf(person).stream()
                .filter(consent -> consent.state().wasGiven() && aim.isSentWith(consent))
                .toList();
    }

    /** What was ever agreed to for this exchange and this receiver, whatever became of it. */
    List<Consent> everGiven(Person person, ConsentKind kind) {
        return related(person).stream()
                .filter(consent -> consent.kind() == kind && aim.isReceivedWith(consent))
                .toList();
    }

    private List<Consent> valid(Person person, ConsentKind kind) {
        return related(person).stream()
                .filter(consent -> consent.kind() == kind && fault(consent).isEmpty())
                .toList();
    }

    private Code missing() {
        return input.rule().consent().demand() == ConsentDemand.REQUIRED
                ? Code.CONSENT_REQUIRED
                : Code.EXPLICIT_CONSENT_REQUIRED;
    }

    /** The faults in the order of how far a consent came: the last one is the nearest miss. */
    private static final List<Code> NEARNESS =
            List.of(Code.CONSENT_NOT_SPECIFIC, Code.CONSENT_WITHDRAWN, Code.CONSENT_EXPIRED, Code.CONSENT_NOT_FREE);

    private Optional<Code> fault(Consent consent) {
        if (!aim.isReceivedWith(consent)) {
            return Optional.of(Code.CONSENT_NOT_SPECIFIC);
        }
        if (consent.state() == ConsentState.EXPIRED) {
            return Optional.of(Code.CONSENT_EXPIRED);
        }
        if (consent.state() != ConsentState.GIVEN) {
            return Optional.of(Code.CONSENT_WITHDRAWN);
        }
        if (consent.givenAt().isAfter(now)
                || consent.validUntil().map(end -> !now.isBefore(end)).orElse(false)) {
            return Optional.of(Code.CONSENT_EXPIRED);
        }
        return consent.freedom().isConfirmed() ? Optional.empty() : Optional.of(Code.CONSENT_NOT_FREE);
    }

    private Code closest(List<Consent> consents) {
        return consents.stream()
                .flatMap(c -> fault(c).stream())
                .max(Comparator.comparingInt(NEARNESS::indexOf))
                .orElseThrow();
    }

    private Judgement byAge(Person person, List<Consent> valid) {
        OptionalInt age = age(person, valid);
        if (age.isEmpty()) {
            return Judgement.failed(Code.AGE_UNKNOWN);
        }
        GiverRule rule = rule(age.getAsInt());
        List<Consent> bySelf = givenBy(valid, Giver.Relation.SELF);
        List<Consent> byRepresentative = givenBy(valid, Giver.Relation.REPRESENTATIVE).stream()
                .filter(consent -> !isAdult(age.getAsInt()) || isOfAdult(consent))
                .toList();
        boolean needsSelf = rule.asks(Giver.Relation.SELF);
        boolean needsRepresentative = rule.asks(Giver.Relation.REPRESENTATIVE);
        if (needsSelf && bySelf.isEmpty() || needsRepresentative && byRepresentative.isEmpty()) {
            return Judgement.failed(Code.CONSENT_WRONG_PERSON);
        }
        boolean disputed = isDisputed(person);
        if (needsRepresentative && disputed && !Judgement.areSeveral(byRepresentative)) {
            return Judgement.failed(Code.REP_OBJECTION);
        }
        boolean joint = isJoint(age.getAsInt());
        return new Judgement(
                bySelf, byRepresentative, needsSelf, needsRepresentative, joint, disputed, Optional.empty());
    }

    /** A person who cannot consent is represented at any age (UAVG art. 5 lid 2, Wmo 2015 art. 5.3.3 lid 2). */
    private GiverRule rule(int age) {
        return input.message().circumstances().state(Statement.PERSON_CANNOT_CONSENT)
                ? GiverRule.REPRESENTATIVE
                : input.catalogue().regime(input.rule()).at(age);
    }

    /** What a parent gave for a child ends with childhood; for an adult the register takes only who has a mandate. */
    static boolean isOfAdult(Consent consent) {
        LocalDate given = LocalDate.ofInstant(consent.givenAt(), ZoneOffset.UTC);
        return consent.adult()
                || consent.birthdate()
                        .map(birthdate ->
                                isAdult(Period.between(birthdate, given).getYears()))
                        .orElse(false);
    }

    private static boolean isAdult(int age) {
        return AgeBand.of(age) == AgeBand.ADULT;
    }

    private boolean isJoint(int age) {
        return AgeBand.of(age) == AgeBand.FROM_12 && input.catalogue().ages().minor12to15() == Ages.MinorPolicy.JOINT;
    }

    /** By the latest birth date that the message or a consent has: the youngest age asks for most. */
    private OptionalInt age(Person person, List<Consent> valid) {
        return Stream.concat(
                        Identities.birthdate(person).stream(), valid.stream().flatMap(c -> c.birthdate().stream()))
                .max(Comparator.naturalOrder())
                .map(birthdate -> OptionalInt.of(
                        Period.between(birthdate, input.submitted().day()).getYears()))
                .orElseGet(() -> valid.stream().anyMatch(Consent::adult)
                        ? OptionalInt.of(AgeBand.ADULT.from())
                        : OptionalInt.empty());
    }

    /** Whether the age decides who must consent, and neither the message nor any consent tells it. */
    boolean isAgeMissing(Person person) {
        return !input.message().circumstances().state(Statement.PERSON_CANNOT_CONSENT)
                && age(person, related(person)).isEmpty();
    }

    /** Whether representatives must sign together for these fields and fewer than two have, as far as the age is told. */
    boolean lacksSecondRepresentative(Person person, ConsentKind kind, List<String> fields) {
        return isDisputed(person)
                && givers(person, kind, fields).contains(Giver.Relation.REPRESENTATIVE.name())
                && !Judgement.areSeveral(givenBy(valid(person, kind), Giver.Relation.REPRESENTATIVE));
    }

    /** The signs of a free choice that the consents which lack only those do not have, by their members. */
    List<String> lackingFreedom(Person person, ConsentKind kind) {
        return related(person).stream()
                .filter(consent -> consent.kind() == kind)
                .filter(consent -> fault(consent).equals(Optional.of(Code.CONSENT_NOT_FREE)))
                .flatMap(consent -> consent.freedom().unconfirmed().stream())
                .map("freedom."::concat)
                .distinct()
                .toList();
    }

    private boolean isDisputed(Person person) {
        return !input.factsConcerning(person, FactKind.REPRESENTATIVE_OBJECTION).isEmpty();
    }

    /**
     * Who must give a consent of this kind for this person and these fields, at the age by which it will be judged; empty
     * where neither the message nor a consent tells it.
     */
    List<String> givers(Person person, ConsentKind kind, List<String> fields) {
        OptionalInt age = age(person, valid(person, kind));
        if (age.isEmpty()) {
            return List.of();
        }
        GiverRule rule = rule(age.getAsInt());
        boolean both = isJoint(age.getAsInt())
                && fields.stream()
                        .anyMatch(path -> input.catalogue().fields().get(path).sensitive());
        return Stream.of(Giver.Relation.values())
                .filter(giver -> both || rule.asks(giver))
                .map(Enum::name)
                .toList();
    }

    private static List<Consent> givenBy(List<Consent> consents, Giver.Relation relation) {
        return consents.stream().filter(c -> c.givenBy().relation() == relation).toList();
    }
}
