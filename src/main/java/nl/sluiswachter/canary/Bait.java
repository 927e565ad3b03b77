package nl.sluiswachter.canary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.CapacityRule;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.FieldRule;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.catalogue.ReuseRule;
import nl.sluiswachter.catalogue.ToldByResident;
import nl.sluiswachter.party.Capacity;

/**
 * What of a rule a canary uses: who sends, which fields the rule asks for, and the origins that may and may not cross. Both
 * the message and what is expected of its decision are made from this.
 */
record Bait(Catalogue catalogue, ExchangeRule rule) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Whoever comes first by name: it need only be somebody who may send this. */
    Capacity sender() {
        return rule.senders().stream().min(Comparator.comparing(Capacity::code)).orElseThrow();
    }

    /** The fields that get an origin that may not cross: without them the message has no use, or any that is listed. */
    Set<String> stuckFields() {
        Stream<String> needed = rule.fields().mandatory().stream().limit(1).flatMap(List::stream);
        Stream<String> listed =
                rule.fields().of(Relation.SUBJECT).stream().sorted().limit(1);
        return (hasMinimum() ? needed : listed)
                .filter(path -> !path.equals(CanaryMessages.BSN))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The field whose text holds what its receiver may not have: one that every other check lets through, so that nothing
     * but the guard keeps the receiver from reading it. Empty where the rule has none.
     */
    Optional<String> textField() {
        return rule.fields().of(Relation.SUBJECT).stream()
                .filter(path -> isFreeText(path) && !isStuck(path) && arrives(path) && !makesMinimum(path))
                .min(Comparator.comparing(this::kind).thenComparing(Comparator.naturalOrder()));
    }

    /** A value of the field's shape with this text in it. */
    JsonNode holding(String path, String text) {
        List<String> members = catalogue.fields().get(path).members();
        return switch (kind(path)) {
            case OBJECT -> JSON.objectNode().put(members.get(0), text);
            case LIST ->
                JSON.arrayNode()
                        .add(
                                members.isEmpty()
                                        ? JSON.textNode(text)
                                        : JSON.objectNode().put(members.get(0), text));
            default -> JSON.textNode(text);
        };
    }

    private FieldRule.Kind kind(String path) {
        return catalogue.fields().get(path).kind();
    }

    private boolean isFreeText(String path) {
        return Set.of(FieldRule.Kind.TEXT, FieldRule.Kind.OBJECT, FieldRule.Kind.LIST)
                        .contains(kind(path))
                && !rule.fields().coded().contains(path)
                && !path.equals(CanaryMessages.ADDRESS);
    }

    private boolean isStuck(String path) {
        return stuckOrigin().isPresent() && stuckFields().contains(path);
    }

    private boolean arrives(String path) {
        boolean believed = nativeOrigin() != Origin.RESIDENT
                || rule.toldByResident() == ToldByResident.ALL
                || catalogue.fields().get(path).accompanies();
        return believed && rule.nativeOrigins().contains(read(nativeOrigin()));
    }

    /** Where no origin is stuck, something else must be missing, or nobody would look for it. */
    private boolean makesMinimum(String path) {
        return stuckOrigin().isEmpty()
                && !CanaryMessages.IDENTITY.contains(path)
                && rule.fields().mandatory().stream().anyMatch(group -> group.contains(path));
    }

    boolean hasMinimum() {
        return !rule.fields().mandatory().isEmpty();
    }

    /** Whether the message lacks something that it must have, once the stuck fields are left out. */
    boolean lacksMinimum() {
        boolean lacksGroup = rule.fields().mandatory().stream().anyMatch(group -> group.stream()
                .noneMatch(path -> stuckFields().contains(path) || CanaryMessages.IDENTITY.contains(path)));
        return hasMinimum() && (stuckOrigin().isPresent() || lacksGroup);
    }

    /** An origin that may never be used under this rule; empty when there is none. */
    Optional<Origin> stuckOrigin() {
        return Stream.of(Origin.values())
                .filter(origin -> isStuck(read(origin)))
                .findFirst();
    }

    /** An origin that needs no crossing. */
    Origin nativeOrigin() {
        return Stream.of(Origin.values())
                .filter(origin -> rule.nativeOrigins().contains(read(origin)))
                .findFirst()
                .orElse(Origin.RESIDENT);
    }

    private boolean isStuck(Origin origin) {
        return !rule.nativeOrigins().contains(origin)
                && catalogue
                        .reuse(origin, rule.law())
                        .filter(cell -> cell.rule() != ReuseRule.NEVER)
                        .isEmpty();
    }

    private Origin read(Origin stated) {
        CapacityRule capacity = catalogue.capacities().get(sender());
        return capacity == null ? stated : capacity.read(stated);
    }
}
