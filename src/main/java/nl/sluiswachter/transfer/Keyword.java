package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Parts of which the schemas are made, in the words of JSON Schema 2020-12. */
final class Keyword {

    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Keyword() {}

    static ObjectNode type(String... names) {
        return JSON.objectNode().set("type", names.length == 1 ? JSON.textNode(names[0]) : list(List.of(names)));
    }

    /** A string that matches as a whole. */
    static ObjectNode text(String pattern) {
        return type("string").put("pattern", "^" + pattern + "$");
    }

    /** One of the names. */
    static ObjectNode choice(Collection<String> names) {
        return names.size() == 1
                ? constant(names.iterator().next())
                : JSON.objectNode().set("enum", list(names));
    }

    static ObjectNode constant(String value) {
        return JSON.objectNode().put("const", value);
    }

    /** Members that must fit where they are present. */
    static ObjectNode properties(Map<String, ? extends JsonNode> members) {
        ObjectNode schema = JSON.objectNode();
        schema.putObject("properties").setAll(members);
        return schema;
    }

    /** An object with these members and no others. */
    static ObjectNode closed(Map<String, ? extends JsonNode> members) {
        ObjectNode schema = type("object");
        schema.setAll(properties(members));
        return schema.put("additionalProperties", false);
    }

    static ObjectNode require(ObjectNode schema, Collection<String> members) {
        if (!members.isEmpty()) {
            schema.set("required", list(members));
        }
        return schema;
    }

    /** The member is there, and fits. */
    static ObjectNode has(String member, JsonNode schema) {
        return require(properties(Map.of(member, schema)), List.of(member));
    }

    /** The field is there: its group, and in it the field. */
    static ObjectNode hasField(String path) {
        int dot = path.indexOf('.');
        return has(path.substring(0, dot), require(JSON.objectNode(), List.of(path.substring(dot + 1))));
    }

    static ObjectNode either(Collection<? extends JsonNode> schemas) {
        return JSON.objectNode().set("anyOf", JSON.arrayNode().addAll(schemas));
    }

    static ObjectNode when(JsonNode condition, JsonNode then) {
        ObjectNode schema = JSON.objectNode();
        schema.set("if", condition);
        schema.set("then", then);
        return schema;
    }

    /** All of these hold besides what the schema says. */
    static ObjectNode also(ObjectNode schema, Collection<? extends JsonNode> others) {
        if (!others.isEmpty()) {
            schema.withArray("allOf").addAll(others);
        }
        return schema;
    }

    private static ArrayNode list(Collection<String> names) {
        ArrayNode list = JSON.arrayNode();
        names.forEach(list::add);
        return list;
    }
}
