package nl.sluiswachter.transfer;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.BsnRight;
import nl.sluiswachter.catalogue.Precondition;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;

/**
 * Assigns what the registers hold to the persons of a message. What permits must fit in every key that both sides have;
 * what protects need only fit in one.
 */
record Matches(
        Map<String, SubjectIdentity> persons,
        Registers.Known found,
        Optional<Requests.Asked> asked,
        Submitted submitted) {

    Case toCase() {
        List<Fact> facts = found.facts().stream()
                .filter(fact -> fact.holdsAt(submitted.receivedAt()))
                .toList();
        return new Case(
                submitted,
                persons,
                perPerson(found.consents(), person -> consent -> isOnlySame(person, consent.subject())),
                perPerson(facts, person -> linked(person, facts)),
                found,
                ambiguous(facts),
                asked,
                List.of(),
                Map.of());
    }

    private <T> Map<String, List<T>> perPerson(
            Collection<T> entries, Function<SubjectIdentity, Predicate<T>> concerning) {
        Map<String, List<T>> result = new HashMap<>();
        persons.forEach((ref, person) -> result.put(
                ref, entries.stream().filter(concerning.apply(person)).toList()));
        return result;
    }

    /** Facts also count when another fact links their key to one of the person's: who objects may do so by either key. */
    private static Predicate<Fact> linked(SubjectIdentity person, List<Fact> facts) {
        Set<SubjectKey> keys = new HashSet<>(person.keys());
        facts.stream()
                .map(Fact::subject)
                .filter(other -> isPerhapsSame(person, other))
                .forEach(other -> keys.addAll(other.keys()));
        return fact -> fact.subject().keys().stream().anyMatch(keys::contains);
    }

    /**
     * Refs of persons that fit more than one BSN. Only what could weigh in this decision counts: facts that hold, and
     * consents of the sender that stand. Nobody else can make a person ambiguous by a wrong registration.
     */
    private Set<String> ambiguous(List<Fact> facts) {
        List<SubjectIdentity> registered = Stream.concat(
                        facts.stream().filter(this::weighs).map(Fact::subject),
                        found.consents().stream().filter(this::isOfSender).map(Consent::subject))
                .toList();
        boolean offersBsn = BsnCheck.right(submitted) != BsnRight.NEVER;
        Set<String> refs = new HashSet<>();
        persons.forEach((ref, person) -> {
            if (numbers(person, registered, offersBsn).size() > 1) {
                refs.add(ref);
            }
        });
        return refs;
    }

    /** What this rule does not ask for is not the sender's to notice. */
    private boolean weighs(Fact fact) {
        boolean restsOnFacts = asks(Precondition.COMMITMENT) || asks(Precondition.LEGAL_MEASURE);
        return switch (fact.kind()) {
            case COMMITMENT, LEGAL_MEASURE -> restsOnFacts;
            case OBJECTION, RESTRICTION -> restsOnFacts || submitted.rule().objectable();
            case ADDRESS_SECRECY, REPRESENTATIVE_OBJECTION -> true;
        };
    }

    private boolean asks(Precondition kind) {
        return submitted.rule().preconditions().stream().anyMatch(rule -> rule.kind() == kind);
    }

    private boolean isOfSender(Consent consent) {
        return consent.state() == ConsentState.GIVEN
                && consent.registeredBy().equals(submitted.sender().oin());
    }

    /** Where no BSN may be used an offered one is not held against the register: the answer would tell if it is right. */
    private static Set<SubjectKey> numbers(
            SubjectIdentity person, List<SubjectIdentity> registered, boolean offersBsn) {
        Stream<SubjectIdentity> offered = offersBsn ? Stream.of(person) : Stream.empty();
        return Stream.concat(offered, registered.stream().filter(other -> isPerhapsSame(person, other)))
                .map(SubjectIdentity::byBsn)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static boolean isPerhapsSame(SubjectIdentity one, SubjectIdentity other) {
        return isEqual(one.byBsn(), other.byBsn()) || isEqual(one.bySet(), other.bySet());
    }

    /** Whether they can be one person and nothing speaks against it. */
    static boolean isOnlySame(SubjectIdentity one, SubjectIdentity other) {
        boolean otherNumber = one.byBsn().isPresent()
                && other.byBsn().isPresent()
                && !one.byBsn().equals(other.byBsn());
        boolean otherSet = one.bySet().isPresent()
                && other.bySet().isPresent()
                && !one.bySet().equals(other.bySet());
        return isPerhapsSame(one, other) && !otherNumber && !otherSet;
    }

    private static boolean isEqual(Optional<SubjectKey> one, Optional<SubjectKey> other) {
        return one.isPresent() && one.equals(other);
    }
}
