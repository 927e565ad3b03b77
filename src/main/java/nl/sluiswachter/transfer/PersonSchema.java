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
import java.util.function.Function;
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
        Ways ways = lane.terms().origins();
        Map<String, JsonNode> members = head();
        members.put("origin", origin(ways.any()));
        ToldSchema told = new ToldSchema(data, ways, oneOrMore(ways.content()));
        ObjectNode persons = persons(
                members,
                List.of("ref", "relation", "origin", "data"),
                origins(ways.any(), Keyword.type("object", "null")),
                told::submitted);
        return persons.set("contains", SUBJECT);
    }

    /** As their receiver reads them: every field with its origin. */
    ObjectNode delivered() {
        Map<String, JsonNode> members = head();
        if (lane.rule().fields().secretAddress()) {
            members.put("addressSecret", Keyword.JSON.objectNode().put("const", true));
        }
        Ways ways = lane.terms().arriving();
        ToldSchema told = new ToldSchema(data, ways, oneOrMoreWith(ways));
        ObjectNode persons = persons(
                members,
                List.of("ref", "relation", "data", "origins"),
                origins(ways.any(), Keyword.type("object")),
                told::delivered);
        return data.demandsSubject() ? persons.set("contains", SUBJECT) : persons;
    }

    /** What of the message holds but for an answer that refuses everything. */
    List<ObjectNode> unlessRefused() {
        List<ObjectNode> substance = data.substance();
        return substance.isEmpty() ? List.of() : List.of(ItemSchema.unlessAllRefused(substance));
    }

    /** Where the data serve control or sanction fewer origins may cross. */
    ObjectNode forControl() {
        Ways ways = lane.terms().forControl();
        ObjectNode person = Keyword.properties(
                Map.of("origin", origin(ways.any()), "origins", origins(ways.any(), Keyword.JSON.objectNode())));
        ToldSchema told = new ToldSchema(data, ways, oneOrMore(ways.content()));
        List<ObjectNode> perRelation = relations().stream()
                .filter(relation -> ways.differ())
                .map(relation -> Keyword.when(
                        Keyword.has("relation", Keyword.constant(relation.name())),
                        Keyword.also(Keyword.JSON.objectNode(), told.submitted(relation))))
                .toList();
        return Keyword.JSON.objectNode().set("items", Keyword.also(person, perRelation));
    }

    /** What one receiver gets more about persons that the message has: fields with their origins, and nothing else. */
    ObjectNode slices() {
        Collection<Origin> origins = lane.terms().origins().any();
        SortedSet<String> paths = new TreeSet<>();
        List<ObjectNode> data = new ArrayList<>();
        for (Relation relation : relations()) {
            paths.addAll(this.data.written(relation));
            ObjectNode fields = this.data.of(relation);
            if (!data.contains(fields)) {
                data.add(fields);
            }
        }
        ObjectNode stated = origins(origins, Keyword.type("object", "null"));
        Map<String, JsonNode> members = new LinkedHashMap<>();
        members.put("ref", Keyword.text(REF));
        members.put("data", Keyword.either(data));
        members.put("origins", stated.set("propertyNames", Keyword.choice(paths)));
        return Keyword.type("array", "null")
                .set("items", Keyword.require(Keyword.closed(members), List.of("ref", "data")));
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

    private ObjectNode persons(
            Map<String, JsonNode> members,
            List<String> required,
            ObjectNode origins,
            Function<Relation, List<ObjectNode>> told) {
        members.put("data", Keyword.type("object"));
        members.put("origins", origins);
        Map<ObjectNode, SortedSet<Relation>> alike = new LinkedHashMap<>();
        relations().forEach(relation -> alike.computeIfAbsent(
                        about(relation, told.apply(relation)), same -> new TreeSet<>())
                .add(relation));
        List<ObjectNode> perRelation = new ArrayList<>();
        alike.forEach((about, relations) ->
                perRelation.add(Keyword.when(Keyword.properties(Map.of("relation", relation(relations))), about)));
        ObjectNode person = Keyword.require(Keyword.closed(members), required);
        ObjectNode persons = Keyword.type("array");
        return persons.set("items", alike.size() == 1 ? merged(person, alike) : Keyword.also(person, perRelation));
    }

    /** In one relation other fields may go than in another. */
    private ObjectNode about(Relation relation, List<ObjectNode> told) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        members.put("data", data.of(relation));
        members.put("origins", Keyword.JSON.objectNode().set("propertyNames", Keyword.choice(data.written(relation))));
        return Keyword.also(Keyword.properties(members), told);
    }

    private static ObjectNode merged(ObjectNode person, Map<ObjectNode, SortedSet<Relation>> alike) {
        ObjectNode one = alike.keySet().iterator().next();
        JsonNode about = one.get("properties");
        ObjectNode members = (ObjectNode) person.get("properties");
        members.set("data", about.get("data"));
        ((ObjectNode) members.get("origins")).setAll((ObjectNode) about.get("origins"));
        List<JsonNode> conditions = new ArrayList<>();
        one.path("allOf").forEach(conditions::add);
        return Keyword.also(person, conditions);
    }

    private static ObjectNode relation(SortedSet<Relation> relations) {
        return Keyword.choice(relations.stream().map(Relation::name).toList());
    }

    private static ObjectNode origins(Collection<Origin> allowed, ObjectNode schema) {
        return schema.set("additionalProperties", oneOrMore(allowed));
    }

    private static ObjectNode oneOrMore(Collection<Origin> allowed) {
        ObjectNode several = Keyword.type("array").put("minItems", 1);
        several.set("items", origin(allowed));
        return Keyword.either(List.of(origin(allowed), several));
    }

    /** Of a list one at least may stand alone. */
    private static ObjectNode oneOrMoreWith(Ways ways) {
        ObjectNode several = Keyword.type("array");
        several.set("items", origin(ways.any()));
        several.set("contains", origin(ways.content()));
        return Keyword.either(List.of(origin(ways.content()), several));
    }

    static ObjectNode origin(Collection<Origin> allowed) {
        return Keyword.choice(allowed.stream().map(Origin::name).toList());
    }
}
