package nl.sluiswachter.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Says in a published schema what the doors refuse before any schema is looked at: a text of a message that is too long.
 *
 * @param most characters in a text
 */
record TextLimit(int most) {

    /** The same schema, with a length for every text that has none; the schema itself is changed. */
    <T extends JsonNode> T on(T schema) {
        if (schema instanceof ObjectNode object && isText(object.path("type")) && !object.has("maxLength")) {
            object.put("maxLength", most);
        }
        schema.forEach(this::on);
        return schema;
    }

    private static boolean isText(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isText(one)) {
                    return true;
                }
            }
        }
        return type.asText().equals("string");
    }
}
