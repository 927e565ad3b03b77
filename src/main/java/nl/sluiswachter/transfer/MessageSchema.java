package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.sluiswachter.catalogue.BsnRight;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Precondition;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.party.Capacity;

/**
 * The JSON Schema (2020-12) of a message that passes whole, as far as a message can tell: nothing in it is left out, and
 * no check refuses it but those that read the registers.
 */
public final class MessageSchema {

    private static final List<String> REQUIRED =
            List.of("exchangeType", "senderCapacity", "purpose", "necessity", "persons");

    private final Catalogue catalogue;
    private final ExchangeType type;
    private final Language language;
    private final Map<String, ObjectNode> fields = new TreeMap<>();

    private MessageSchema(Catalogue catalogue, ExchangeType type, Language language) {
        this.catalogue = catalogue;
        this.type = type;
        this.language = language;
    }

    /** For messages with one of these capacities at an end; at least one rule of the type must be theirs. */
    public static ObjectNode of(Catalogue catalogue, ExchangeType type, Predicate<Capacity> mine, Language language) {
        List<Lane> lanes = Lane.of(catalogue, type, mine);
        return new MessageSchema(catalogue, type, language).of(lanes, Lane.readers(lanes, mine));
    }

    private ObjectNode of(List<Lane> lanes, Collection<String> readers) {
        ObjectNode schema =
                type.multiParty() ? table(lanes) : lanes.size() == 1 ? single(lanes.get(0)) : several(lanes);
        return new SchemaHead("message", catalogue, type, readers, language).around(schema, fields);
    }

    private ObjectNode single(Lane lane) {
        ObjectNode schema = head();
        ObjectNode members = (ObjectNode) schema.get("properties");
        Map<String, JsonNode> pair = pair(lane);
        ObjectNode receiver = (ObjectNode) members.get("receiver").get("properties");
        receiver.setAll((ObjectNode) pair.remove("receiver").get("properties"));
        ObjectNode body = body(lane);
        members.setAll(pair);
        members.setAll((ObjectNode) body.get("properties"));
        body.path("required").forEach(schema.withArray("required")::add);
        return Keyword.also(schema, conditions(body));
    }

    private ObjectNode several(List<Lane> lanes) {
        List<ObjectNode> pairs = new ArrayList<>();
        List<ObjectNode> bodies = new ArrayList<>();
        for (Lane lane : lanes) {
            ObjectNode pair = Keyword.properties(pair(lane));
            pairs.add(pair);
            bodies.add(Keyword.when(pair, body(lane)));
        }
        ObjectNode schema = head();
        schema.setAll(Keyword.either(pairs));
        return Keyword.also(schema, bodies);
    }

    /** To one receiver or to several: what all get fits each, and of its subjects nothing is missing for the one. */
    private ObjectNode table(List<Lane> lanes) {
        List<ObjectNode> bodies = new ArrayList<>();
        List<ObjectNode> either = new ArrayList<>();
        for (Lane lane : lanes) {
            DataSchema data = DataSchema.submitted(catalogue, lane, language, fields);
            ObjectNode one = Keyword.require(Keyword.properties(pair(lane)), List.of("receiver"));
            either.add(one);
            bodies.add(Keyword.when(
                    Keyword.either(List.of(one, TableSchema.holds(lane))), body(lane, data.withoutDemands())));
            bodies.add(Keyword.when(one, TableSchema.whole(data)));
        }
        TableSchema receivers = new TableSchema(lanes, lane -> DataSchema.submitted(catalogue, lane, language, fields)
                .withoutDemands());
        either.add(Keyword.require(Keyword.properties(receivers.common()), List.of("receivers")));
        ObjectNode schema = head();
        ((ObjectNode) schema.get("properties")).set("receivers", receivers.toJson());
        schema.set(
                "oneOf",
                Keyword.JSON
                        .arrayNode()
                        .addAll(List.of(
                                Keyword.require(Keyword.JSON.objectNode(), List.of("receiver")),
                                Keyword.require(Keyword.JSON.objectNode(), List.of("receivers")))));
        schema.setAll(Keyword.either(either));
        return Keyword.also(schema, bodies);
    }

    private static List<JsonNode> conditions(ObjectNode body) {
        List<JsonNode> conditions = new ArrayList<>();
        body.path("allOf").forEach(conditions::add);
        return conditions;
    }

    /** What all messages of the type have in common. */
    private ObjectNode head() {
        List<String> required = new ArrayList<>(REQUIRED);
        if (type.namesItsRequest()) {
            required.add("replyTo");
        }
        if (!type.multiParty()) {
            required.add("receiver");
        }
        return Keyword.require(Keyword.closed(members()), required);
    }

    private Map<String, JsonNode> members() {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        members.put("exchangeType", Keyword.constant(type.id()));
        members.put("senderCapacity", Keyword.type("string"));
        Map<String, JsonNode> receiver = new LinkedHashMap<>();
        receiver.put("oin", Keyword.text("[0-9A-Z]{20}"));
        receiver.put("capacity", Keyword.type("string"));
        members.put("receiver", Keyword.require(Keyword.closed(receiver), receiver.keySet()));
        members.put("purpose", Keyword.type("string"));
        members.put("legalBasis", Keyword.JSON.objectNode());
        members.put("necessity", CircumstancesSchema.filled());
        members.put("caseReference", Keyword.type("string", "null").put("pattern", "^" + Reference.TEXT + "$"));
        ObjectNode request = type.namesItsRequest() ? Keyword.type("string") : Keyword.type("string", "null");
        members.put("replyTo", request.put("format", "uuid"));
        members.put("circumstances", Keyword.type("object", "null"));
        members.put("dataItems", Keyword.type("array", "null"));
        members.put("persons", Keyword.type("array").put("minItems", 1));
        return members;
    }

    static Map<String, JsonNode> pair(Lane lane) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        members.put("senderCapacity", Keyword.choice(lane.senders()));
        members.put("receiver", Keyword.properties(Map.of("capacity", Keyword.choice(lane.receivers()))));
        members.put("purpose", Keyword.constant(lane.rule().purpose()));
        return members;
    }

    private ObjectNode body(Lane lane) {
        return body(lane, DataSchema.submitted(catalogue, lane, language, fields));
    }

    private ObjectNode body(Lane lane, DataSchema data) {
        ExchangeRule rule = lane.rule();
        PersonSchema persons = new PersonSchema(lane, data);
        CircumstancesSchema circumstances = new CircumstancesSchema(rule);
        Map<String, JsonNode> members = new LinkedHashMap<>();
        members.put("legalBasis", basis(rule));
        members.put("circumstances", circumstances.toJson());
        members.put("dataItems", new ItemSchema(lane.terms().items()).submitted());
        members.put("persons", persons.submitted().put("minItems", 1));
        List<String> required = new ArrayList<>();
        if (circumstances.isAsked()) {
            required.add("circumstances");
        }
        if (lane.terms().items().asks()) {
            required.add("dataItems");
        }
        ObjectNode body = Keyword.require(Keyword.properties(members), required);
        return Keyword.also(body, conditions(lane, persons));
    }

    /** Null for the basis of the type, or one of its articles. */
    private static ObjectNode basis(ExchangeRule rule) {
        ObjectNode basis = Keyword.JSON.objectNode();
        rule.articles().forEach(basis.putArray("enum").addNull()::add);
        return basis;
    }

    /** What one part of a message asks of another. */
    private static List<ObjectNode> conditions(Lane lane, PersonSchema persons) {
        List<ObjectNode> conditions = new ArrayList<>(persons.unlessRefused());
        conditions.addAll(new ItemSchema(lane.terms().items()).given());
        if (lane.rule().preconditions().stream().anyMatch(rule -> rule.kind() == Precondition.QUESTION)) {
            conditions.add(Keyword.either(List.of(
                    stated("request", Keyword.has("question", CircumstancesSchema.filled())),
                    anybody(Relation.SUBJECT, "request", "question"))));
        }
        if (lane.terms().bsn() == BsnRight.WHEN_NECESSARY) {
            ObjectNode somebody = Keyword.has(
                    "persons",
                    Keyword.JSON.objectNode().set("contains", Keyword.has("data", Keyword.hasField(BsnCheck.FIELD))));
            conditions.add(Keyword.when(somebody, stated(Statement.BSN_NECESSARY)));
        }
        if (!lane.terms().forControl().equals(lane.terms().origins())) {
            conditions.add(Keyword.when(
                    stated(Statement.ENFORCEMENT), Keyword.properties(Map.of("persons", persons.forControl()))));
        }
        return conditions;
    }

    private static ObjectNode anybody(Relation relation, String group, String field) {
        ObjectNode answered =
                Keyword.has(group, Keyword.has(field, Keyword.JSON.objectNode().put("pattern", "\\S")));
        ObjectNode person = Keyword.also(
                Keyword.has("data", answered), List.of(Keyword.has("relation", Keyword.constant(relation.name()))));
        return Keyword.has("persons", Keyword.JSON.objectNode().set("contains", person));
    }

    private static ObjectNode stated(Statement statement) {
        return stated(statement.member(), Keyword.JSON.objectNode().put("const", true));
    }

    private static ObjectNode stated(String member, ObjectNode schema) {
        return Keyword.has("circumstances", Keyword.has(member, schema).setAll(Keyword.type("object")));
    }
}
