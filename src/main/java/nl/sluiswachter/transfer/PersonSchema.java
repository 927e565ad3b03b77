package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.Relation;

/** The persons of a message, as it is submitted or as it is delivered. */
final class PersonSchema {

    static final String REF = "[A-Za-z][A-Za-z0-9]{0,7}";

    private static final ObjectNode SUBJECT = Keyword.has("relation", Keyword.constant(Relation.SUBJECT.name()));

    private final Lane lane;
    private final DataSchema data;

    PersonSchema(Lane lane, DataSchema data) {
        this.lane = lane;
        this.data = data;
    }

    /** As its sender writes them. */
    ObjectNode submitted() {
        Map<String, JsonNode> members = head();
        members.put("origin", origin(lane.terms().origins()));
        ObjectNode persons = persons(
                members,
                List.of("ref", "relation", "origin", "data"),
                origins(lane.terms().origins(), Keyword.type("object", "null")));
        return persons.set("contains", SUBJECT);
    }

    /** As their receiver reads them: every field with its origin. */
    ObjectNode delivered() {
        Map<String, JsonNode> members = head();
        if (lane.rule().fields().secretAddress()) {
            members.put("addressSecret", Keyword.JSON.objectNode().put("const", true));
        }
        ObjectNode persons = persons(
                members,
                List.of("ref", "relation", "data", "origins"),
                origins(lane.terms().arriving(), Keyword.type("object")));
        return data.demandsSubject() ? persons.set("contains", SUBJECT) : persons;
    }

    /** Where the data serve control or sanction fewer origins may cross. */
    ObjectNode forControl() {
        SortedSet<Origin> origins = lane.terms().forControl();
        ObjectNode person = Keyword.properties(
                Map.of("origin", origin(origins), "origins", origins(origins, Keyword.JSON.objectNode())));
        return Keyword.JSON.objectNode().set("items", person);
    }

    private Map<String, JsonNode> head() {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        members.put("ref", Keyword.text(REF));
        members.put(
                "relation",
                Keyword.choice(relations().stream().map(Relation::name).toList()));
        return members;
    }

    private SortedSet<Relation> relations() {
        return new TreeSet<>(lane.rule().fields().perRelation().keySet());
    }

    private ObjectNode persons(Map<String, JsonNode> members, List<String> required, ObjectNode origins) {
        members.put("data", Keyword.type("object"));
        members.put("origins", origins);
        Map<ObjectNode, SortedSet<Relation>> alike = new LinkedHashMap<>();
        relations().forEach(relation -> alike.computeIfAbsent(about(relation), same -> new TreeSet<>())
                .add(relation));
        List<ObjectNode> perRelation = new ArrayList<>();
        alike.forEach((about, relations) ->
                perRelation.add(Keyword.when(Keyword.properties(Map.of("relation", relation(relations))), about)));
        ObjectNode person = Keyword.require(Keyword.closed(members), required);
        ObjectNode persons = Keyword.type("array");
        return persons.set("items", alike.size() == 1 ? merged(person, alike) : Keyword.also(person, perRelation));
    }

    /** In one relation other fields may go than in another. */
    private ObjectNode about(Relation relation) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        members.put("data", data.of(relation));
        members.put("origins", Keyword.JSON.objectNode().set("propertyNames", Keyword.choice(data.paths(relation))));
        return Keyword.properties(members);
    }

    private static ObjectNode merged(ObjectNode person, Map<ObjectNode, SortedSet<Relation>> alike) {
        JsonNode about = alike.keySet().iterator().next().get("properties");
        ObjectNode members = (ObjectNode) person.get("properties");
        members.set("data", about.get("data"));
        ((ObjectNode) members.get("origins")).setAll((ObjectNode) about.get("origins"));
        return person;
    }

    private static ObjectNode relation(SortedSet<Relation> relations) {
        return Keyword.choice(relations.stream().map(Relation::name).toList());
    }

    private static ObjectNode origins(Collection<Origin> allowed, ObjectNode schema) {
        ObjectNode several = Keyword.type("array").put("minItems", 1);
        several.set("items", origin(allowed));
        return schema.set("additionalProperties", Keyword.either(List.of(origin(allowed), several)));
    }

    private static ObjectNode origin(Collection<Origin> allowed) {
        return Keyword.choice(allowed.stream().map(Origin::name).toList());
    }
}
