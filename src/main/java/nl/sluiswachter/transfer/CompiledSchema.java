package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A published schema as a test on JSON, for the keywords in which this package writes schemas. A general validator takes
 * longer than the whole decision; a property test holds this one against it. A keyword that is not known here is refused,
 * never skipped.
 */
final class CompiledSchema {

    private static final Set<String> WORDS = Set.of(
            "$schema", "$id", "$defs", "title", "description", "$comment", "then", "else", "additionalProperties");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String DEFINITIONS = "#/$defs/";
    private static final Predicate<JsonNode> ANYTHING = node -> true;

    private final Map<String, Predicate<JsonNode>> definitions = new HashMap<>();
    private final Predicate<JsonNode> whole;

    /** @throws IllegalArgumentException when the schema has a keyword that is not known here */
    CompiledSchema(JsonNode schema) {
        schema.path("$defs").properties().forEach(d -> definitions.put(d.getKey(), compile(d.getValue())));
        this.whole = compile(schema);
    }

    boolean accepts(JsonNode json) {
        return whole.test(json);
    }

    private Predicate<JsonNode> compile(JsonNode schema) {
        if (schema.isBoolean()) {
            boolean all = schema.booleanValue();
            return node -> all;
        }
        List<Predicate<JsonNode>> tests = new ArrayList<>();
        schema.properties().stream()
                .filter(keyword -> !WORDS.contains(keyword.getKey()))
                .forEach(keyword -> tests.add(keyword(keyword.getKey(), keyword.getValue(), schema)));
        if (schema.has("additionalProperties") && !schema.has("properties")) {
            tests.add(members(schema.path("properties"), compile(schema.get("additionalProperties"))));
        }
        return all(tests);
    }

    private Predicate<JsonNode> keyword(String name, JsonNode value, JsonNode schema) {
        return switch (name) {
            case "properties" ->
                members(
                        value,
                        schema.has("additionalProperties") ? compile(schema.get("additionalProperties")) : ANYTHING);
            case "items" -> ifArray(items(compile(value), true));
            case "contains" -> ifArray(items(compile(value), false));
            case "propertyNames" -> names(compile(value));
            case "allOf" -> all(compileAll(value));
            case "anyOf" -> any(compileAll(value));
            case "oneOf" -> one(compileAll(value));
            case "if" -> when(compile(value), branch(schema, "then"), branch(schema, "else"));
            case "$ref" -> reference(value.textValue());
            default -> value(name, value);
        };
    }

    /** Keywords that look at a value alone. */
    private static Predicate<JsonNode> value(String name, JsonNode value) {
        return switch (name) {
            case "type" -> type(value);
            case "const" -> value::equals;
            case "enum" -> oneOf(value);
            case "required" -> required(texts(value));
            case "pattern" -> ifText(pattern(value.textValue()));
            case "format" -> ifText(format(value.textValue()));
            case "maxLength" -> ifText(text -> text.codePointCount(0, text.length()) <= value.intValue());
            case "minItems" -> ifArray(list -> list.size() >= value.intValue());
            case "maxItems" -> ifArray(list -> list.size() <= value.intValue());
            case "minProperties" -> node -> !node.isObject() || node.size() >= value.intValue();
            default -> throw new IllegalArgumentException("A keyword that is not known: " + name);
        };
    }

    private Predicate<JsonNode> members(JsonNode properties, Predicate<JsonNode> additional) {
        Map<String, Predicate<JsonNode>> known = new HashMap<>();
        properties.properties().forEach(member -> known.put(member.getKey(), compile(member.getValue())));
        return node -> {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                if (!known.getOrDefault(member.getKey(), additional).test(member.getValue())) {
                    return false;
                }
            }
            return true;
        };
    }

    private Predicate<JsonNode> reference(String pointer) {
        Predicate<JsonNode> definition = definitions.get(pointer.substring(DEFINITIONS.length()));
        if (definition == null || !pointer.startsWith(DEFINITIONS)) {
            throw new IllegalArgumentException("A reference that leads nowhere: " + pointer);
        }
        return definition;
    }

    private Predicate<JsonNode> branch(JsonNode schema, String name) {
        return schema.has(name) ? compile(schema.get(name)) : ANYTHING;
    }

    private List<Predicate<JsonNode>> compileAll(JsonNode schemas) {
        List<Predicate<JsonNode>> tests = new ArrayList<>();
        schemas.forEach(schema -> tests.add(compile(schema)));
        return tests;
    }

    private static Predicate<JsonNode> all(List<Predicate<JsonNode>> tests) {
        return tests.stream().reduce(Predicate::and).orElse(ANYTHING);
    }

    private static Predicate<JsonNode> any(List<Predicate<JsonNode>> tests) {
        return tests.stream().reduce(Predicate::or).orElse(node -> false);
    }

    private static Predicate<JsonNode> one(List<Predicate<JsonNode>> tests) {
        return node -> tests.stream().filter(test -> test.test(node)).count() == 1;
    }

    private static Predicate<JsonNode> when(
            Predicate<JsonNode> condition, Predicate<JsonNode> then, Predicate<JsonNode> otherwise) {
        return node -> condition.test(node) ? then.test(node) : otherwise.test(node);
    }

    private static Predicate<JsonNode> items(Predicate<JsonNode> item, boolean every) {
        return list -> {
            for (JsonNode each : list) {
                if (item.test(each) != every) {
                    return !every;
                }
            }
            return every;
        };
    }

    private static Predicate<JsonNode> names(Predicate<JsonNode> name) {
        return node -> {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                if (!name.test(Keyword.JSON.textNode(member.getKey()))) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Predicate<JsonNode> type(JsonNode value) {
        return (value.isArray() ? texts(value) : List.of(value.textValue()))
                .stream().map(CompiledSchema::type).reduce(Predicate::or).orElseThrow();
    }

    private static Predicate<JsonNode> type(String name) {
        return switch (name) {
            case "object" -> JsonNode::isObject;
            case "array" -> JsonNode::isArray;
            case "string" -> JsonNode::isTextual;
            case "number" -> JsonNode::isNumber;
            case "boolean" -> JsonNode::isBoolean;
            case "null" -> JsonNode::isNull;
            default -> throw new IllegalArgumentException("A type that is not known: " + name);
        };
    }

    private static Predicate<JsonNode> oneOf(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).collect(Collectors.toSet())::contains;
    }

    private static Predicate<JsonNode> required(List<String> names) {
        return node -> !node.isObject() || names.stream().allMatch(node::has);
    }

    /** In Java a {@code $} may stand before a last line end, which no other language and no receiver means. */
    private static Predicate<String> pattern(String expression) {
        return expression.startsWith("^") && expression.endsWith("$")
                ? Pattern.compile(expression.substring(1, expression.length() - 1))
                        .asMatchPredicate()
                : Pattern.compile(expression).asPredicate();
    }

    private static Predicate<String> format(String name) {
        return switch (name) {
            case "date" -> CompiledSchema::isDate;
            case "uuid" -> UUID.asMatchPredicate();
            default -> throw new IllegalArgumentException("A format that is not known: " + name);
        };
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Predicate<JsonNode> ifText(Predicate<String> test) {
        return node -> !node.isTextual() || test.test(node.textValue());
    }

    private static Predicate<JsonNode> ifArray(Predicate<JsonNode> test) {
        return node -> !node.isArray() || test.test(node);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.textValue()));
        return texts;
    }
}
