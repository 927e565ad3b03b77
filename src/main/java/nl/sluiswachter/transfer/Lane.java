package nl.sluiswachter.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.BsnRight;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.party.Capacity;

/**
 * Senders and receivers between whom one rule means exactly the same.
 *
 * @param senders codes of capacities
 * @param terms what the rule means between them
 */
record Lane(ExchangeRule rule, SortedSet<String> senders, SortedSet<String> receivers, Terms terms) {

    /**
     * What depends on the pair besides the rule itself.
     *
     * @param origins what may cross to the law of the rule, with consent or without
     * @param forControl the same when the data serve control or sanction
     * @param arriving what those mean from this sender
     * @param senderHoldsBsn whether the sender may use the BSN itself, delivered or not
     */
    record Terms(BsnRight bsn, Ways origins, Ways forControl, Ways arriving, Items items, boolean senderHoldsBsn) {

        static Terms between(
                Catalogue catalogue, ExchangeType type, ExchangeRule rule, Capacity sender, Capacity receiver) {
            return new Terms(
                    BsnCheck.right(catalogue, rule, sender, receiver),
                    Ways.stated(catalogue, rule, sender, false),
                    Ways.stated(catalogue, rule, sender, true),
                    Ways.arriving(catalogue, rule, sender),
                    Items.between(catalogue, type, rule, sender, receiver),
                    BsnCheck.right(catalogue, rule, sender) != BsnRight.NEVER);
        }
    }

    /**
     * Fields that a request may ask for, or of which an answer may speak.
     *
     * @param asks whether it is the request
     */
    record Items(boolean asks, SortedSet<String> paths) {

        static Items between(
                Catalogue catalogue, ExchangeType type, ExchangeRule rule, Capacity sender, Capacity receiver) {
            Optional<ExchangeRule> answer =
                    catalogue.answerTo(type).map(other -> other.rule(receiver, sender, rule.purpose()));
            Set<String> paths = answer.or(() -> Optional.of(rule).filter(own -> type.answers() != null))
                    .map(spoken -> spoken.fields().of(Relation.SUBJECT))
                    .orElse(Set.of());
            return new Items(answer.isPresent(), new TreeSet<>(paths));
        }

        /** Whether it is the answer. */
        boolean answers() {
            return !asks && !isNone();
        }

        boolean isNone() {
            return paths.isEmpty();
        }
    }

    /** The lane of one pair. */
    static Lane between(Catalogue catalogue, ExchangeType type, ExchangeRule rule, Capacity sender, Capacity receiver) {
        return new Lane(
                rule,
                codes(Stream.of(sender)),
                codes(Stream.of(receiver)),
                Terms.between(catalogue, type, rule, sender, receiver));
    }

    /** The lanes of a type with one of these capacities at an end, in the order of the rules. */
    static List<Lane> of(Catalogue catalogue, ExchangeType type, Predicate<Capacity> mine) {
        List<Lane> lanes = type.rules().stream()
                .flatMap(rule -> of(catalogue, type, rule, mine).stream())
                .toList();
        if (lanes.isEmpty()) {
            throw new IllegalArgumentException("No rule of " + type.id() + " is open to these capacities");
        }
        return lanes;
    }

    private static List<Lane> of(Catalogue catalogue, ExchangeType type, ExchangeRule rule, Predicate<Capacity> mine) {
        Map<List<Object>, Lane> lanes = new LinkedHashMap<>();
        for (String receiver : codes(rule.receivers().stream())) {
            senders(catalogue, type, rule, new Capacity(receiver), mine)
                    .forEach((terms, senders) -> lanes.computeIfAbsent(
                                    List.of(terms, senders), key -> new Lane(rule, senders, new TreeSet<>(), terms))
                            .receivers()
                            .add(receiver));
        }
        return List.copyOf(lanes.values());
    }

    private static Map<Terms, SortedSet<String>> senders(
            Catalogue catalogue, ExchangeType type, ExchangeRule rule, Capacity receiver, Predicate<Capacity> mine) {
        Map<Terms, SortedSet<String>> senders = new LinkedHashMap<>();
        new TreeMap<>(rule.senders().stream().collect(Collectors.toMap(Capacity::code, sender -> sender)))
                .values().stream()
                        .filter(sender -> mine.test(sender) || mine.test(receiver))
                        .forEach(sender -> senders.computeIfAbsent(
                                        Terms.between(catalogue, type, rule, sender, receiver),
                                        terms -> new TreeSet<>())
                                .add(sender.code()));
        return senders;
    }

    private static SortedSet<String> codes(Stream<Capacity> capacities) {
        return capacities.map(Capacity::code).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of the capacities that are at an end of some lane. */
    static SortedSet<String> readers(List<Lane> lanes, Predicate<Capacity> mine) {
        return lanes.stream()
                .flatMap(lane -> Stream.concat(lane.senders().stream(), lane.receivers().stream()))
                .filter(code -> mine.test(new Capacity(code)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What may go about a person in this relation, given the right to the BSN. */
    Set<String> paths(Relation relation) {
        return rule.fields().of(relation).stream()
                .filter(path -> terms.bsn() != BsnRight.NEVER || !path.equals(BsnCheck.FIELD))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
