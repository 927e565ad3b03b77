package nl.sluiswachter.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.Relation;

/** Writes what remains of a message as its receiver will read it. */
final class Envelope {

    private final ObjectMapper json = new ObjectMapper();

    /** What goes to the outbox: the content as bytes, and for whom it is. */
    Outgoing around(Minimal minimal, ObjectNode content, List<UUID> consents) {
        Submitted submitted = minimal.examined().submitted();
        Message message = submitted.message();
        return new Outgoing(
                submitted.transferId(),
                submitted.receivedAt(),
                submitted.type().id(),
                submitted.rule().purpose(),
                submitted.sender().oin(),
                message.senderCapacity(),
                message.receiver(),
                message.receiverCapacity(),
                bytes(content),
                consents,
                submitted.trace());
    }

    /** What the receiver reads. */
    ObjectNode content(Minimal minimal) {
        Case examined = minimal.examined();
        Message message = examined.message();
        ObjectNode content = json.createObjectNode();
        content.put("exchangeType", examined.type().id());
        content.put("purpose", examined.rule().purpose());
        examined.rule().articles().forEach(content.withArray("legalBasis")::add);
        if (isListed(examined, "case.reference")) {
            message.caseReference().ifPresent(reference -> content.put("caseReference", reference));
        }
        message.replyTo().ifPresent(id -> content.put("replyTo", id.toString()));
        if (isListed(examined, "request.necessity")) {
            content.put("necessity", new FreeText(examined).masked("request.necessity", message.necessity()));
        }
        message.circumstances().request().ifPresent(question -> request(examined, question, content));
        minimal.dataItems().forEach(item -> content.withArray("dataItems").add(item(examined, item)));
        ArrayNode persons = content.putArray("persons");
        minimal.persons().forEach(person -> persons.add(person(examined, person)));
        return content;
    }

    private static void request(Case examined, Circumstances.Question question, ObjectNode content) {
        ObjectNode request = content.objectNode();
        putIfListed(examined, request, "question", question.question());
        putIfListed(examined, request, "nature", question.nature());
        putIfListed(examined, request, "severity", question.severity());
        if (!request.isEmpty()) {
            content.set("request", request);
        }
    }

    private static void putIfListed(Case examined, ObjectNode request, String name, String value) {
        if (value != null && isListed(examined, "request." + name)) {
            request.put(name, new FreeText(examined).masked("request." + name, value));
        }
    }

    private ObjectNode item(Case examined, DataItem item) {
        FreeText texts = new FreeText(examined);
        String path = FieldRef.of(item).path();
        ObjectNode node = json.createObjectNode().put("field", item.field());
        item.purpose().ifPresent(purpose -> node.put("purpose", texts.masked(path, purpose)));
        item.necessity().ifPresent(necessity -> node.put("necessity", texts.masked(path, necessity)));
        item.outcome().ifPresent(outcome -> node.put("outcome", outcome.name()));
        item.reason().ifPresent(reason -> node.put("reason", texts.masked(path, reason)));
        item.conditions().forEach(condition -> node.withArray("conditions").add(texts.masked(path, condition)));
        return node;
    }

    private ObjectNode person(Case examined, MinimalPerson remains) {
        ObjectNode node = json.createObjectNode();
        node.put("ref", remains.person().ref());
        node.put("relation", remains.person().relation().name());
        if (remains.secretAddress()) {
            node.put("addressSecret", true);
        }
        ObjectNode data = node.putObject("data");
        ObjectNode origins = json.createObjectNode();
        remains.fields().forEach((path, value) -> {
            put(data, path, value);
            origins.set(path, origins(examined.originsOf(remains.person(), path)));
        });
        node.set("origins", origins);
        return node;
    }

    /** One name, a list where there are several: the origin sticks, as strict as it means from this sender. */
    private JsonNode origins(Set<Origin> origins) {
        List<String> names = origins.stream().sorted().map(Origin::name).toList();
        return json.valueToTree(names.size() == 1 ? names.get(0) : names);
    }

    private static void put(ObjectNode data, String path, JsonNode value) {
        int dot = path.indexOf('.');
        data.withObjectProperty(path.substring(0, dot)).set(path.substring(dot + 1), value);
    }

    /** Top-level members follow the same allow-list as the data of the subject. */
    static boolean isListed(Case examined, String path) {
        return examined.rule().fields().allow(Relation.SUBJECT, path);
    }

    private byte[] bytes(ObjectNode content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree can always be written", e);
        }
    }
}
