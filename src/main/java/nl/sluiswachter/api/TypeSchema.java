package nl.sluiswachter.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.FieldRule;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.party.Capacity;

/** The JSON Schema (2020-12) of a message of one exchange type that would pass whole: nothing in it is left out. */
final class TypeSchema {

    private final Catalogue catalogue;
    private final ExchangeType type;

    TypeSchema(Catalogue catalogue, ExchangeType type) {
        this.catalogue = catalogue;
        this.type = type;
    }

    Map<String, Object> toJson() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("exchangeType", Map.of("const", type.id()));
        properties.put("senderCapacity", oneOf(type.senders()));
        properties.put("purpose", Map.of("enum", type.purposes()));
        properties.put("necessity", Map.of("type", "string", "minLength", 1));
        properties.put("persons", Map.of("type", "array", "minItems", 1, "items", Map.of("anyOf", persons())));
        Map<String, Object> schema = object(properties);
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("required", List.copyOf(properties.keySet()));
        return schema;
    }

    private static Map<String, Object> oneOf(Set<Capacity> capacities) {
        return Map.of("enum", capacities.stream().map(Capacity::code).sorted().toList());
    }

    private List<Map<String, Object>> persons() {
        return type.rules().stream()
                .flatMap(rule -> new TreeMap<>(rule.fields().perRelation())
                        .entrySet().stream().map(entry -> person(entry.getKey(), entry.getValue())))
                .distinct()
                .toList();
    }

    private Map<String, Object> person(Relation relation, Set<String> paths) {
        Map<String, Map<String, Object>> groups = new TreeMap<>();
        for (String path : new TreeSet<>(paths)) {
            int dot = path.indexOf('.');
            groups.computeIfAbsent(path.substring(0, dot), group -> new LinkedHashMap<>())
                    .put(path.substring(dot + 1), field(catalogue.fields().get(path)));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        groups.forEach((group, fields) -> data.put(group, closed(fields)));
        Map<String, Object> person = object(Map.of("relation", Map.of("const", relation.name()), "data", closed(data)));
        person.put("required", List.of("data", "relation"));
        return person;
    }

    private static Map<String, Object> field(FieldRule rule) {
        return switch (rule.kind()) {
            case TEXT -> Map.of("type", List.of("string", "number", "boolean"));
            case CODE -> Map.of("type", "string", "pattern", "^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$");
            case DATE -> Map.of("type", "string", "format", "date");
            case BSN -> Map.of("type", "string", "pattern", "^[0-9]{8,9}$");
            case OBJECT -> members(rule);
            case LIST ->
                Map.of(
                        "type",
                        "array",
                        "items",
                        rule.members().isEmpty()
                                ? Map.of("type", List.of("string", "number", "boolean"))
                                : members(rule));
        };
    }

    private static Map<String, Object> members(FieldRule rule) {
        Map<String, Object> members = new LinkedHashMap<>();
        rule.members().forEach(name -> members.put(name, Map.of("type", List.of("string", "number", "boolean"))));
        return closed(members);
    }

    private static Map<String, Object> closed(Map<String, Object> properties) {
        Map<String, Object> schema = object(properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        return schema;
    }
}
