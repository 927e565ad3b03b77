package nl.sluiswachter.acceptance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** A JSON body that a test starts from and changes. */
final class Message {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode json;

    private Message(JsonNode json) {
        this.json = json;
    }

    static Message of(String text) {
        try {
            return new Message(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A copy with the value at a JSON Pointer; objects on the way are made. The value is read as JSON. */
    Message with(String pointer, String value) {
        Message copy = new Message(json.deepCopy());
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = copy.parent(place.head());
        JsonNode node = of(value).json;
        if (parent instanceof ArrayNode list) {
            list.add(node);
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), node);
        }
        return copy;
    }

    /** A copy with the text at a JSON Pointer. */
    Message text(String pointer, String value) {
        return with(pointer, JSON.getNodeFactory().textNode(value).toString());
    }

    Message without(String pointer) {
        Message copy = new Message(json.deepCopy());
        JsonPointer place = JsonPointer.compile(pointer);
        ((ObjectNode) copy.json.at(place.head())).remove(place.last().getMatchingProperty());
        return copy;
    }

    JsonNode json() {
        return json;
    }

    byte[] bytes() {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode parent(JsonPointer place) {
        JsonNode found = json.at(place);
        if (!found.isMissingNode()) {
            return found;
        }
        return ((ObjectNode) parent(place.head())).putObject(place.last().getMatchingProperty());
    }
}
