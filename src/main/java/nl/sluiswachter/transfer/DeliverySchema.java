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
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.party.Capacity;

/** The JSON Schema (2020-12) of what a receiver gets, as {@link Envelope} writes it. */
public final class DeliverySchema {

    private static final List<String> REQUIRED = List.of("exchangeType", "purpose", "legalBasis", "persons");

    private final Catalogue catalogue;
    private final ExchangeType type;
    private final Language language;
    private final Map<String, ObjectNode> fields = new TreeMap<>();

    private DeliverySchema(Catalogue catalogue, ExchangeType type, Language language) {
        this.catalogue = catalogue;
        this.type = type;
        this.language = language;
    }

    /** For messages with one of these capacities at an end; at least one rule of the type must be theirs. */
    public static ObjectNode of(Catalogue catalogue, ExchangeType type, Predicate<Capacity> mine, Language language) {
        List<Lane> lanes = Lane.of(catalogue, type, mine);
        return new DeliverySchema(catalogue, type, language).of(lanes, Lane.readers(lanes, mine));
    }

    /** For one rule between one sender and one receiver. */
    static ObjectNode of(Submitted submitted) {
        Message message = submitted.message();
        Lane lane = Lane.between(
                submitted.catalogue(),
                submitted.type(),
                submitted.rule(),
                message.senderCapacity(),
                message.receiverCapacity());
        return new DeliverySchema(submitted.catalogue(), submitted.type(), Language.NL)
                .of(List.of(lane), lane.receivers());
    }

    private ObjectNode of(List<Lane> lanes, Collection<String> readers) {
        List<ObjectNode> bodies = lanes.stream().map(this::body).distinct().toList();
        ObjectNode schema = bodies.size() == 1 ? bodies.get(0) : Keyword.either(bodies);
        return new SchemaHead("delivery", catalogue, type, readers, language).around(schema, fields);
    }

    private ObjectNode body(Lane lane) {
        ExchangeRule rule = lane.rule();
        PersonSchema persons = new PersonSchema(lane, DataSchema.delivered(catalogue, lane, language, fields));
        Map<String, JsonNode> members = new LinkedHashMap<>();
        members.put("exchangeType", Keyword.constant(type.id()));
        members.put("purpose", Keyword.constant(rule.purpose()));
        ObjectNode basis = Keyword.JSON.objectNode();
        rule.articles().forEach(basis.putArray("const")::add);
        members.put("legalBasis", basis);
        putIfListed(rule, members, "caseReference", "case.reference", Keyword.text(Reference.TEXT));
        members.put("replyTo", Keyword.type("string").put("format", "uuid"));
        putIfListed(rule, members, "necessity", "request.necessity", CircumstancesSchema.filled());
        Map<String, JsonNode> request = new LinkedHashMap<>();
        List.of("question", "nature", "severity")
                .forEach(name -> putIfListed(rule, request, name, "request." + name, Keyword.type("string")));
        if (!request.isEmpty()) {
            members.put("request", Keyword.closed(request).put("minProperties", 1));
        }
        if (!lane.terms().items().isNone()) {
            members.put("dataItems", new ItemSchema(lane.terms().items()).delivered());
        }
        members.put("persons", persons.delivered());
        ObjectNode body = Keyword.require(Keyword.closed(members), required(lane));
        return Keyword.also(body, persons.unlessRefused());
    }

    /** A request names what it asks, and an answer the request. */
    private List<String> required(Lane lane) {
        List<String> required = new ArrayList<>(REQUIRED);
        if (lane.terms().items().asks()) {
            required.add("dataItems");
        }
        if (type.namesItsRequest()) {
            required.add("replyTo");
        }
        return required;
    }

    /** Members beside the persons follow the same allow-list as the data of the subject. */
    private static void putIfListed(
            ExchangeRule rule, Map<String, JsonNode> members, String name, String path, ObjectNode schema) {
        if (rule.fields().allow(Relation.SUBJECT, path)) {
            members.put(name, schema);
        }
    }
}
