package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.Relation;

/** What a person must fit where the origins that a field may have depend on the field. */
final class ToldSchema {

    private final DataSchema data;
    private final Ways ways;
    private final ObjectNode content;

    /** @param content the origins of a field that says more than who or which case it is about */
    ToldSchema(DataSchema data, Ways ways, ObjectNode content) {
        this.data = data;
        this.ways = ways;
        this.content = content;
    }

    /** As its receiver reads it; nothing where there is no difference. */
    List<ObjectNode> delivered(Relation relation) {
        if (!ways.differ()) {
            return List.of();
        }
        Map<String, JsonNode> believed = new TreeMap<>();
        data.paths(relation).stream()
                .filter(path -> data.accompanies(path) || data.identifies(relation, path))
                .forEach(path -> believed.put(path, BooleanNode.TRUE));
        ObjectNode origins = Keyword.properties(believed).set("additionalProperties", content);
        List<ObjectNode> conditions = new ArrayList<>(List.of(Keyword.properties(Map.of("origins", origins))));
        identifying(relation)
                .forEach(path -> conditions.add(Keyword.when(
                        filled(BsnCheck.FIELD),
                        Keyword.properties(Map.of("origins", Keyword.properties(Map.of(path, content)))))));
        return conditions;
    }

    /** As its sender writes it: the origin of the person is that of each field without one of its own. */
    List<ObjectNode> submitted(Relation relation) {
        if (!ways.differ()) {
            return List.of();
        }
        List<ObjectNode> own = new ArrayList<>();
        data.paths(relation).stream()
                .filter(path -> !data.accompanies(path) && !data.identifies(relation, path))
                .forEach(path -> own.add(Keyword.when(filled(path), hasOrigin(path))));
        identifying(relation)
                .forEach(path -> own.add(
                        Keyword.when(Keyword.also(filled(path), List.of(filled(BsnCheck.FIELD))), hasOrigin(path))));
        SortedSet<Origin> told = new TreeSet<>(ways.any());
        told.removeAll(ways.content());
        List<ObjectNode> conditions = new ArrayList<>(delivered(relation));
        conditions.add(Keyword.when(
                Keyword.has("origin", PersonSchema.origin(told)), Keyword.also(Keyword.JSON.objectNode(), own)));
        return conditions;
    }

    /** Those that do so instead of a BSN only. */
    private List<String> identifying(Relation relation) {
        return FallbackIdentity.FIELDS.stream()
                .filter(path -> data.identifies(relation, path) && !data.accompanies(path))
                .toList();
    }

    private static ObjectNode filled(String path) {
        return Keyword.has("data", Keyword.hasField(path));
    }

    private static ObjectNode hasOrigin(String path) {
        return Keyword.has("origins", Keyword.require(Keyword.type("object"), List.of(path)));
    }
}
