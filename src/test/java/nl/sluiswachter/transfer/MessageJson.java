package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import nl.sluiswachter.catalogue.Origin;

/** Writes a message as its sender would have: the way back from what the reader made of it. */
final class MessageJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private MessageJson() {}

    static ObjectNode of(Submitted submitted) {
        Message message = submitted.message();
        ObjectNode json = JSON.objectNode();
        json.put("exchangeType", submitted.type().id());
        json.put("senderCapacity", message.senderCapacity().code());
        json.putObject("receiver")
                .put("oin", message.receiver().value())
                .put("capacity", message.receiverCapacity().code());
        json.put("purpose", message.purpose());
        json.put("legalBasis", message.legalBasis().orElse(null));
        json.put("necessity", message.necessity());
        json.put("caseReference", message.caseReference().orElse(null));
        json.put("replyTo", message.replyTo().map(Object::toString).orElse(null));
        json.set("circumstances", circumstances(message.circumstances()));
        message.dataItems().forEach(item -> json.withArray("dataItems").add(item(item)));
        ArrayNode persons = json.putArray("persons");
        message.persons().forEach(person -> persons.add(person(person)));
        return json;
    }

    private static ObjectNode circumstances(Circumstances stated) {
        ObjectNode json = JSON.objectNode();
        stated.statements().forEach(statement -> json.put(statement.member(), true));
        stated.weighing().ifPresent(weighing -> json.putObject("weighing")
                .put("considered", weighing.considered())
                .put("text", weighing.text()));
        stated.informed().ifPresent(informed -> json.putObject("informed")
                .put("status", informed.status().name())
                .put("reason", informed.reason()));
        stated.request().ifPresent(question -> json.putObject("request")
                .put("question", question.question())
                .put("nature", question.nature())
                .put("severity", question.severity()));
        return json;
    }

    private static ObjectNode item(DataItem item) {
        ObjectNode json = JSON.objectNode().put("field", item.field());
        json.put("purpose", item.purpose().orElse(null));
        json.put("necessity", item.necessity().orElse(null));
        json.put("outcome", item.outcome().map(Enum::name).orElse(null));
        json.put("reason", item.reason().orElse(null));
        item.conditions().forEach(json.withArray("conditions")::add);
        return json;
    }

    private static ObjectNode person(Person person) {
        ObjectNode json = JSON.objectNode();
        json.put("ref", person.ref());
        json.put("relation", person.relation().name());
        json.put("origin", person.origin().name());
        ObjectNode data = json.putObject("data");
        person.fields().forEach((path, value) -> put(data, path, value));
        ObjectNode origins = json.putObject("origins");
        person.origins().forEach((path, several) -> origins.set(path, origins(several)));
        return json;
    }

    private static ArrayNode origins(Collection<Origin> several) {
        ArrayNode json = JSON.arrayNode();
        several.forEach(origin -> json.add(origin.name()));
        return json;
    }

    /** A made-up name can be a field and a group at once; either is as unknown as the other. */
    private static void put(ObjectNode data, String path, JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            data.set(path, value);
        } else if (!data.path(path.substring(0, dot)).isValueNode()) {
            data.withObjectProperty(path.substring(0, dot)).set(path.substring(dot + 1), value);
        }
    }
}
