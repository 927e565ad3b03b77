package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.catalogue.ReuseCell;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.facts.FactKind;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.party.Capacity;

/**
 * Everything a check may look at: the message, what is registered about its persons, and what earlier checks said.
 *
 * @param consents per person ref, whatever their state
 * @param asked the request that the message answers; empty when there is none
 * @param facts per person ref, those that hold now
 * @param found all that the registers had under the keys of the persons, from which the two above were assigned
 */
record Case(
        Submitted submitted,
        Map<String, SubjectIdentity> identities,
        Map<String, List<Consent>> consents,
        Map<String, List<Fact>> facts,
        Registers.Known found,
        Set<String> ambiguous,
        Optional<Requests.Asked> asked,
        List<Finding> findings,
        Map<FieldRef, Removal> removals) {

    ExchangeType type() {
        return submitted.type();
    }

    ExchangeRule rule() {
        return submitted.rule();
    }

    Catalogue catalogue() {
        return submitted.catalogue();
    }

    Message message() {
        return submitted.message();
    }

    Capacity senderCapacity() {
        return message().senderCapacity();
    }

    List<Person> persons() {
        return message().persons();
    }

    List<Person> subjects() {
        return persons().stream().filter(p -> p.relation() == Relation.SUBJECT).toList();
    }

    List<Consent> consentsOf(Person person) {
        return consents.getOrDefault(person.ref(), List.of());
    }

    List<Fact> factsOf(Person person, FactKind kind) {
        return facts.getOrDefault(person.ref(), List.of()).stream()
                .filter(fact -> fact.kind() == kind)
                .toList();
    }

    /** Those facts of a kind that are not limited to another exchange type, purpose or receiver. */
    List<Fact> factsConcerning(Person person, FactKind kind) {
        return factsOf(person, kind).stream()
                .filter(fact -> matches(fact.detail().get("exchangeType"), type().id())
                        && matches(fact.detail().get("purpose"), rule().purpose())
                        && fact.party().map(message().receiver()::equals).orElse(true))
                .toList();
    }

    private static boolean matches(String limit, String actual) {
        return limit == null || limit.equals(actual);
    }

    /** The reason for which a field was already left out. */
    Optional<Removal> removal(Person person, String path) {
        return Optional.ofNullable(removals.get(new FieldRef(person.ref(), path)));
    }

    /** The value of a field without the members that were left out of it. */
    JsonNode withoutRemovedMembers(Person person, String path) {
        return new Shape(catalogue().fields().get(path))
                .without(person.fields().get(path), member -> removal(person, path + "." + member)
                        .isPresent());
    }

    /** Whether part of the field's text was left out. */
    boolean isTextMasked(Person person, String path) {
        return removals.containsKey(FieldRef.textOf(person, path));
    }

    /** Whether the persons of the message share it only for convenience: then each is decided apart. */
    boolean isShared() {
        return type().multiParty() && subjects().size() > 1;
    }

    /** Whether an item of the request or answer was left out. */
    boolean isRemoved(DataItem item) {
        return removals.containsKey(FieldRef.of(item));
    }

    /** Whether it was left out for this reason. */
    boolean isRemovedFor(DataItem item, Code code) {
        return isRemoved(item) && removals.get(FieldRef.of(item)).code() == code;
    }

    /** Fields on the allow-list that no earlier check removed: what is still to be judged. */
    List<String> remaining(Person person) {
        return person.fields().keySet().stream()
                .filter(path -> isAllowed(person, path) && removal(person, path).isEmpty())
                .toList();
    }

    /** Whether the list of the exchange type has the field for this person, or the law demands it instead of a BSN. */
    boolean isAllowed(Person person, String path) {
        return rule().fields().allow(person.relation(), path) || FallbackIdentity.isNeeded(submitted, person, path);
    }

    /** The case after a verdict; findings and removals only ever grow, and the first reason for a removal stays. */
    Case with(Verdict verdict) {
        List<Finding> allFindings = new ArrayList<>(findings);
        allFindings.addAll(verdict.findings());
        Map<FieldRef, Removal> allRemovals = new LinkedHashMap<>(removals);
        verdict.removals()
                .forEach((ref, removal) -> allRemovals.putIfAbsent(ref, removal.masked(catalogue()::knownPart)));
        return new Case(submitted, identities, consents, facts, found, ambiguous, asked, allFindings, allRemovals);
    }

    /** Under which laws the field was obtained, as the sender's capacity has it. */
    Set<Origin> originsOf(Person person, String path) {
        return submitted.originsOf(person, path);
    }

    /** The crossing from this origin, where it takes a consent; empty for what the sender may use anyway or never. */
    Optional<ReuseCell> crossingByConsent(Origin origin) {
        return rule().nativeOrigins().contains(origin)
                ? Optional.empty()
                : catalogue().reuse(origin, rule().law()).filter(cell -> cell.rule()
                        .needsConsent());
    }

    /** Whether the field crosses from another law by a consent of this kind, alone or with another. */
    boolean crossesBy(ConsentKind kind, Person person, String path) {
        return originsOf(person, path).stream()
                .flatMap(origin -> crossingByConsent(origin).stream())
                .anyMatch(cell -> kind == ConsentKind.PROCESSING || kind == cell.alsoNeeds());
    }

    /** Runs the checks in order; each sees what the earlier ones left. */
    Case examinedBy(List<Check> checks) {
        Case current = this;
        for (Check check : checks) {
            current = current.with(verdict(check, current));
        }
        return current;
    }

    /** A rule that cannot be evaluated refuses, and says so; what went wrong inside may hold values and is not repeated. */
    private static Verdict verdict(Check check, Case current) {
        try {
            return check.examine(current);
        } catch (RuntimeException e) {
            return Verdict.of(Finding.fail(
                    check.name(), Code.RULE_NOT_EVALUATED, current.rule().article()));
        }
    }
}
