package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ConsentDemand;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.Precondition;
import nl.sluiswachter.catalogue.PreconditionRule;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.catalogue.SecrecyLift;
import nl.sluiswachter.catalogue.ToldByResident;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.facts.FactKind;
import nl.sluiswachter.party.Capacity;

/**
 * What a decision was about without anything that the form does not ask: no values, no parties by name. Two decisions with
 * an equal question must come out the same.
 */
public record Question(
        String type,
        String purpose,
        Actor sender,
        Actor receiver,
        boolean plain,
        Set<Statement> statements,
        boolean weighed,
        boolean informed,
        boolean asks,
        boolean tellsNature,
        Set<String> items,
        List<About> persons,
        Set<Agreed> consents,
        Set<Fact> facts) {

    private static final String BIRTHDATE = "identity.birthdate";

    /** What is said of a value; of what has no value nothing of it can be asked. */
    private static final Set<Code> OF_VALUES =
            EnumSet.of(Code.FIELD_MALFORMED, Code.BSN_INVALID, Code.FREE_TEXT_MASKED, Code.RULE_NOT_EVALUATED);

    record Actor(String capacity, boolean entitled) {}

    record About(
            Relation relation, Set<Origin> origins, Set<String> fields, String age, boolean known, boolean bySet) {}

    /** @param good whether nothing is wrong with it and it is for all of this */
    record Agreed(ConsentKind kind, Giver.Relation by, boolean good) {}

    /** @param fits whether it is towards this receiver, and of a kind that the rule names */
    record Fact(FactKind kind, boolean fits) {}

    /** The question of a decision. */
    public static Question of(DecisionImage image, Catalogue law) {
        ExchangeType type = law.type(image.exchangeType()).orElseThrow();
        return new Reader(image, law, type, rule(image, type)).question();
    }

    static ExchangeRule rule(DecisionImage image, ExchangeType type) {
        return type.rule(
                new Capacity(image.sender().stated()),
                new Capacity(image.receiver().stated()),
                image.purpose());
    }

    /** What the birth date is like; empty for none. */
    static String birth(DecisionImage.Subject person) {
        return person.fields().getOrDefault(BIRTHDATE, NullNode.instance).asText("");
    }

    private record Reader(DecisionImage image, Catalogue law, ExchangeType type, ExchangeRule rule) {

        Question question() {
            DecisionImage.Circumstance stated = image.circumstances();
            return new Question(
                    type.id(),
                    image.purpose(),
                    actor(image.sender()),
                    actor(image.receiver()),
                    isPlain(),
                    stated.statements(),
                    stated.weighed() && rule.secrecy().yieldsToWeighing(),
                    needs(Precondition.INFORMED_STATUS) && isInformed(stated),
                    needs(Precondition.QUESTION) && isWords(stated.question()),
                    needs(Precondition.NATURE_AND_SEVERITY) && isWords(stated.nature()) && isWords(stated.severity()),
                    image.items().stream().map(DecisionImage.Item::field).collect(Collectors.toSet()),
                    image.persons().stream().map(this::about).toList(),
                    image.consents().stream()
                            .filter(this::matters)
                            .map(this::agreed)
                            .collect(Collectors.toSet()),
                    image.facts().stream().map(this::fact).collect(Collectors.toSet()));
        }

        private Actor actor(DecisionImage.Actor actor) {
            return new Actor(
                    actor.stated(),
                    actor.oin() != null
                            && actor.active()
                            && actor.capacities().contains(actor.stated())
                            && rule.covers(
                                    new Capacity(image.sender().stated()),
                                    new Capacity(image.receiver().stated())));
        }

        /** Nothing that the form has no place for, and nothing wrong with a value. */
        private boolean isPlain() {
            return image.legalBasis() == null
                    && isWords(image.necessity())
                    && !image.replies()
                    && image.items().stream().allMatch(Reader::isPlain)
                    && isOnePerson()
                    && image.outcome().failures().stream().noneMatch(one -> isOfValues(one.code()))
                    && image.outcome().removed().stream().noneMatch(one -> isOfValues(one.code()))
                    && image.persons().stream()
                            .allMatch(person -> law.fields()
                                            .keySet()
                                            .containsAll(person.fields().keySet())
                                    && person.fields().values().stream().allMatch(Reader::isFilled));
        }

        private static boolean isPlain(DecisionImage.Item item) {
            return item.purpose() && item.necessity() && item.outcome() == null && item.reason() == null;
        }

        private static boolean isFilled(JsonNode like) {
            return like.isContainerNode() || isWords(like.textValue());
        }

        private static boolean isWords(String like) {
            return like != null && !like.startsWith("BLANK") && !like.contains("+");
        }

        private static boolean isOfValues(String code) {
            return OF_VALUES.contains(Code.valueOf(code));
        }

        /** Where the register knows people under several keys of a kind, it is not sure who it is. */
        private boolean isOnePerson() {
            Stream<Integer> numbers = Stream.of(
                            image.persons().stream().map(DecisionImage.Subject::number),
                            image.consents().stream().map(DecisionImage.Permission::number),
                            image.facts().stream().map(DecisionImage.Registered::number))
                    .flatMap(Function.identity());
            Stream<Integer> sets = Stream.of(
                            image.persons().stream().map(DecisionImage.Subject::set),
                            image.consents().stream().map(DecisionImage.Permission::set),
                            image.facts().stream().map(DecisionImage.Registered::set))
                    .flatMap(Function.identity());
            return Stream.of(numbers, sets)
                    .allMatch(keys -> keys.filter(Objects::nonNull).distinct().count() <= 1);
        }

        private boolean isInformed(DecisionImage.Circumstance stated) {
            return stated.informedStated() && stated.informed() == Circumstances.Informed.Status.INFORMED;
        }

        private boolean needs(Precondition kind) {
            return rule.preconditions().stream().map(PreconditionRule::kind).anyMatch(kind::equals);
        }

        private About about(DecisionImage.Subject person) {
            return new About(
                    person.relation(),
                    origins(person),
                    new TreeSet<>(person.fields().keySet()),
                    birth(person),
                    person.number() != null || person.set() != null,
                    person.set() != null);
        }

        /** What somebody has by the law of the rule itself is as good as told by the resident, where that is believed. */
        private Set<Origin> origins(DecisionImage.Subject person) {
            Set<Origin> all = EnumSet.of(person.origin());
            person.origins().values().forEach(all::addAll);
            boolean believed = rule.toldByResident() == ToldByResident.ALL;
            boolean ours = believed
                    && rule.nativeOrigins().contains(Origin.RESIDENT)
                    && rule.nativeOrigins().containsAll(all);
            return ours ? Set.of(Origin.RESIDENT) : all;
        }

        /** Of a kind that nothing asks for a consent is nothing, unless it is all there is. */
        private boolean matters(DecisionImage.Permission consent) {
            Predicate<DecisionImage.Permission> needed = one -> kinds().contains(one.kind());
            return needed.test(consent) || image.consents().stream().noneMatch(needed);
        }

        private Set<ConsentKind> kinds() {
            Set<ConsentKind> kinds = EnumSet.noneOf(ConsentKind.class);
            if (rule.consent().demand() != ConsentDemand.NONE) {
                kinds.addAll(rule.consent().kinds());
            }
            SecrecyLift lift = rule.secrecy().lift();
            if (lift == SecrecyLift.WAIVER || lift == SecrecyLift.WAIVER_OR_WEIGHING) {
                kinds.add(ConsentKind.SECRECY_WAIVER);
            }
            return kinds;
        }

        private Agreed agreed(DecisionImage.Permission consent) {
            boolean aimed = (consent.exchangeTypes().isEmpty()
                            || consent.exchangeTypes().contains(type.id()))
                    && (consent.purpose() == null
                            ? type.purposes().size() == 1
                            : consent.purpose().equals(rule.purpose()))
                    && (consent.sender() == null
                            ? consent.registeredBy().equals(image.sender().oin())
                            : is(consent.sender(), image.sender()))
                    && consent.receivers().stream().anyMatch(one -> is(one, image.receiver()));
            boolean inOrder = consent.begun()
                    && !consent.ended()
                    && consent.free()
                    && consent.state() == ConsentState.GIVEN
                    && isOfThisAge(consent);
            return new Agreed(consent.kind(), consent.giver(), aimed && inOrder && coversAll(consent));
        }

        private static boolean is(String ref, DecisionImage.Actor actor) {
            return ref.equals(actor.oin()) || ref.equals(actor.stated());
        }

        private boolean isOfThisAge(DecisionImage.Permission consent) {
            String age = birth(image.persons().get(0));
            boolean same = consent.age() == null || consent.age().toString().equals(age);
            return same && (consent.ofAdult() == "ADULT".equals(age) || consent.giver() == Giver.Relation.SELF);
        }

        /** By name, as a list of fields for which the very field counts would have it. */
        private boolean coversAll(DecisionImage.Permission consent) {
            Set<String> paths = new TreeSet<>();
            image.persons().forEach(person -> paths.addAll(person.fields().keySet()));
            image.items().forEach(item -> paths.add(item.field()));
            return paths.stream()
                    .filter(path -> !law.fields().containsKey(path)
                            || !law.fields().get(path).accompanies())
                    .filter(path -> rule.fields().allow(Relation.SUBJECT, path))
                    .allMatch(path -> consent.dataCategories().contains(path)
                            || !rule.fields().byName().contains(path)
                                    && consent.dataCategories().contains(path.substring(0, path.indexOf('.'))));
        }

        private Fact fact(DecisionImage.Registered fact) {
            boolean here = fact.party() == null
                    ? fact.kind() == FactKind.LEGAL_MEASURE
                    : fact.party().equals(image.receiver().oin());
            boolean named = fact.kind() != FactKind.LEGAL_MEASURE
                    || rule.preconditions().stream().anyMatch(need -> need.measures()
                            .contains(fact.detail().getOrDefault("measure", "")));
            return new Fact(fact.kind(), here && named);
        }
    }
}
