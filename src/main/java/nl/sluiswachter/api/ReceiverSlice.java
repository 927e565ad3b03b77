package nl.sluiswachter.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Capacity;

/**
 * One receiver of a call with several, and what only it gets.
 *
 * @param persons data by ref of the person, besides what the message says to all
 */
record ReceiverSlice(Oin oin, Capacity capacity, List<JsonNode> persons) {

    static final int MOST_PERSONS = 64;
    static final int LONGEST_CODE = 64;

    /** The message as this receiver's own: nobody else's slice is in it. */
    ObjectNode of(ObjectNode message) {
        ObjectNode own = message.deepCopy();
        own.remove("receivers");
        own.putObject("receiver").put("oin", oin.value()).put("capacity", capacity.code());
        for (JsonNode person : persons) {
            merge(own, person);
        }
        return own;
    }

    /** A person that the message does not have stays as it is: the reader says what it lacks. */
    private static void merge(ObjectNode message, JsonNode own) {
        for (JsonNode person : message.path("persons")) {
            if (person.path("ref").equals(own.path("ref")) && person instanceof ObjectNode target) {
                add(target, own, "data");
                add(target, own, "origins");
                return;
            }
        }
        message.withArray("persons").add(own);
    }

    private static void add(ObjectNode target, JsonNode own, String member) {
        own.path(member).properties().forEach(group -> {
            if (group.getValue() instanceof ObjectNode fields
                    && target.path(member).path(group.getKey()).isObject()) {
                ((ObjectNode) target.get(member).get(group.getKey())).setAll(fields);
            } else {
                target.withObject("/" + member).set(group.getKey(), group.getValue());
            }
        });
    }

    /** An object that begins with who the receiver is; only what was understood is repeated. */
    static ObjectNode named(JsonNode receiver) {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        named.putObject("receiver")
                .put("oin", receiver.path("oin").asText())
                .put("capacity", receiver.path("capacity").asText());
        return named;
    }
}
