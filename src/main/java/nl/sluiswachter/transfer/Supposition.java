package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.FieldRule;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.consent.AgeBand;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.facts.FactKind;
import nl.sluiswachter.party.Capacity;

/**
 * What if somebody shared this? A message about nobody, with nothing in it, judged by the very stages of the path.
 *
 * @param age which the message tells by the date of birth alone: without that among the fields, the age is not known
 * @param fields paths of the vocabulary that would be in the message, or be asked for
 * @param consentOf who would have agreed; nobody when empty
 * @param facts what would be registered about the person
 * @param circumstances whether the sender would state all that the rule asks it to state: what the person was told, what is
 *     asked or suspected
 * @param weighed whether the sender would record a weighing of conflicting duties
 */
public record Supposition(
        String exchangeType,
        Capacity sender,
        Capacity receiver,
        AgeBand age,
        Set<String> fields,
        Set<Giver.Relation> consentOf,
        Set<FactKind> facts,
        Set<Statement> statements,
        boolean circumstances,
        boolean weighed) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SENDER = "00000000000000000001";
    private static final String RECEIVER = "00000000000000000002";
    private static final String BIRTHDATE = "identity.birthdate";
    private static final int PERSON = 1;
    private static final int FIRST_REPRESENTATIVE = 2;
    private static final int PERSON_BY_SET = 3;

    public Supposition {
        fields = Set.copyOf(fields);
        consentOf = Set.copyOf(consentOf);
        facts = Set.copyOf(facts);
        statements = Set.copyOf(statements);
    }

    /**
     * What would be decided.
     *
     * @throws IllegalArgumentException when the catalogue has no such type
     */
    public Decided decide(Catalogue catalogue, Instant at) {
        ExchangeType type =
                catalogue.type(exchangeType).orElseThrow(() -> new IllegalArgumentException("No such exchange type"));
        return Rehearsal.judge(image(catalogue, type, at), catalogue, type);
    }

    private DecisionImage image(Catalogue catalogue, ExchangeType type, Instant at) {
        ExchangeRule rule = type.rule(sender, receiver, "");
        Set<String> asked = asked(catalogue, type, rule);
        return new DecisionImage(
                exchangeType,
                at.toString(),
                actor(SENDER, sender),
                actor(RECEIVER, receiver),
                rule.purpose(),
                null,
                Likeness.WORDS.name(),
                circumstance(),
                false,
                asked.stream().sorted().map(Supposition::item).toList(),
                null,
                List.of(subject(catalogue, asked)),
                permissions(rule),
                facts.stream().sorted().map(kind -> registered(kind, rule)).toList(),
                true,
                null);
    }

    /** A question tells what its own rule lists, and asks for the rest. */
    private Set<String> asked(Catalogue catalogue, ExchangeType type, ExchangeRule rule) {
        return catalogue.answerTo(type).isEmpty()
                ? Set.of()
                : fields.stream()
                        .filter(path -> !rule.fields().allow(Relation.SUBJECT, path))
                        .collect(Collectors.toSet());
    }

    private static DecisionImage.Actor actor(String oin, Capacity capacity) {
        return new DecisionImage.Actor(oin, capacity.code(), Set.of(capacity.code()), true);
    }

    private DecisionImage.Circumstance circumstance() {
        String words = circumstances ? Likeness.WORDS.name() : null;
        return new DecisionImage.Circumstance(
                statements,
                weighed,
                circumstances ? Circumstances.Informed.Status.INFORMED : null,
                circumstances,
                words,
                words,
                words);
    }

    private static DecisionImage.Item item(String field) {
        return new DecisionImage.Item(field, true, true, null, null, Likeness.WORDS.name());
    }

    private DecisionImage.Subject subject(Catalogue catalogue, Set<String> asked) {
        Map<String, JsonNode> like = new HashMap<>();
        fields.stream()
                .filter(path -> !asked.contains(path))
                .forEach(path -> like.put(path, value(catalogue.fields().get(path))));
        like.computeIfPresent(BIRTHDATE, (path, date) -> JSON.textNode(birth().name()));
        Integer set = like.keySet().containsAll(FallbackIdentity.FIELDS) ? PERSON_BY_SET : null;
        return new DecisionImage.Subject(Relation.SUBJECT, Origin.RESIDENT, like, Map.of(), PERSON, set);
    }

    private Likeness birth() {
        return switch (age) {
            case UNDER_12 -> Likeness.UNDER_12;
            case FROM_12 -> Likeness.FROM_12;
            case FROM_16 -> Likeness.FROM_16;
            case ADULT -> Likeness.ADULT;
        };
    }

    private static JsonNode value(FieldRule field) {
        return switch (field.kind()) {
            case TEXT -> JSON.textNode(Likeness.WORDS.name());
            case CODE -> JSON.textNode(Likeness.REFERENCE.name());
            case DATE -> JSON.textNode(Likeness.DATE.name());
            case BSN -> JSON.textNode(Likeness.NUMBER.name() + ":0");
            case OBJECT -> members(field);
            case LIST ->
                JSON.arrayNode().add(field.members().isEmpty() ? JSON.textNode(Likeness.WORDS.name()) : members(field));
        };
    }

    private static ObjectNode members(FieldRule field) {
        ObjectNode value = JSON.objectNode();
        field.members().forEach(member -> value.put(member, Likeness.WORDS.name()));
        return value;
    }

    /** Everybody who agreed agreed to all that this needs. */
    private List<DecisionImage.Permission> permissions(ExchangeRule rule) {
        List<DecisionImage.Permission> permissions = new ArrayList<>();
        for (Giver.Relation giver : consentOf) {
            for (ConsentKind kind : EnumSet.complementOf(EnumSet.of(ConsentKind.CARE))) {
                permissions.add(permission(rule, kind, giver));
            }
        }
        return permissions;
    }

    private DecisionImage.Permission permission(ExchangeRule rule, ConsentKind kind, Giver.Relation giver) {
        boolean self = giver == Giver.Relation.SELF;
        return new DecisionImage.Permission(
                kind,
                Set.of(exchangeType),
                rule.purpose(),
                SENDER,
                List.of(RECEIVER),
                fields.stream().sorted().toList(),
                giver,
                self ? PERSON : FIRST_REPRESENTATIVE,
                true,
                false,
                true,
                birth(),
                age == AgeBand.ADULT,
                age == AgeBand.ADULT,
                ConsentState.GIVEN,
                SENDER,
                PERSON,
                null);
    }

    private static DecisionImage.Registered registered(FactKind kind, ExchangeRule rule) {
        Map<String, String> detail = kind == FactKind.LEGAL_MEASURE ? Map.of("measure", measure(rule)) : Map.of();
        return new DecisionImage.Registered(kind, RECEIVER, detail, PERSON, null);
    }

    private static String measure(ExchangeRule rule) {
        return rule.preconditions().stream()
                .flatMap(precondition -> precondition.measures().stream())
                .sorted()
                .findFirst()
                .orElse("");
    }
}
