package nl.sluiswachter.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Capacity;

/**
 * One receiver of a call with several, and what only it gets. A slice adds fields to persons that the message has; it says
 * nothing else about them, so that nobody is somebody else, or of another origin, for one receiver.
 */
record ReceiverSlice(Oin oin, Capacity capacity, List<PersonSlice> persons) {

    static final int MOST_PERSONS = 64;
    static final int LONGEST_CODE = 64;

    /** Fields for one person, with the origins of just these fields. */
    record PersonSlice(String ref, ObjectNode data, ObjectNode origins) {

        boolean originsAreOwn() {
            return origins.properties().stream().allMatch(origin -> {
                int dot = origin.getKey().indexOf('.');
                return dot > 0
                        && data.path(origin.getKey().substring(0, dot))
                                .has(origin.getKey().substring(dot + 1));
            });
        }
    }

    /** The message as this receiver's own: nobody else's slice is in it. */
    ObjectNode of(ObjectNode message) {
        ObjectNode own = message.deepCopy();
        own.remove("receivers");
        own.putObject("receiver").put("oin", oin.value()).put("capacity", capacity.code());
        persons.forEach(slice -> add(person(own, slice.ref()), slice));
        return own;
    }

    /** Whether the message has the person, as something that can be added to. */
    static boolean has(JsonNode message, String ref) {
        return person(message, ref) != null;
    }

    /** Whether the message says something about the same fields already, or about their origins. */
    static boolean overlaps(JsonNode message, PersonSlice slice) {
        ObjectNode person = person(message, slice.ref());
        return slice.data().properties().stream()
                .anyMatch(group -> group.getValue().isObject()
                        && group.getValue().properties().stream()
                                .anyMatch(field ->
                                        person.path("data").path(group.getKey()).has(field.getKey())
                                                || person.path("origins").has(group.getKey() + "." + field.getKey())));
    }

    private static ObjectNode person(JsonNode message, String ref) {
        for (JsonNode person : message.path("persons")) {
            if (person instanceof ObjectNode found
                    && found.path("ref").asText().equals(ref)
                    && found.path("data").isObject()) {
                return found;
            }
        }
        return null;
    }

    private static void add(ObjectNode person, PersonSlice slice) {
        ObjectNode data = (ObjectNode) person.get("data");
        slice.data().properties().forEach(group -> {
            if (group.getValue() instanceof ObjectNode fields
                    && data.get(group.getKey()) instanceof ObjectNode present) {
                present.setAll(fields);
            } else {
                data.set(group.getKey(), group.getValue());
            }
        });
        if (!slice.origins().isEmpty()) {
            ObjectNode origins =
                    person.get("origins") instanceof ObjectNode present ? present : person.putObject("origins");
            origins.setAll(slice.origins());
        }
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
