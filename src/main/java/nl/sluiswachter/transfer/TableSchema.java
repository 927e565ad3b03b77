package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import nl.sluiswachter.catalogue.Relation;

/** The member {@code receivers} of a type with several: who they are, and what only each of them gets. */
final class TableSchema {

    private static final String CAPACITY = "capacity";

    private final List<Lane> lanes;
    private final Function<Lane, DataSchema> data;

    /** @param data the fields of a lane of which none needs to be there */
    TableSchema(List<Lane> lanes, Function<Lane, DataSchema> data) {
        this.lanes = lanes;
        this.data = data;
    }

    /** Each receiver by the lane it is in. */
    ObjectNode toJson() {
        Map<String, JsonNode> members = new TreeMap<>();
        members.put("oin", Keyword.text("[0-9A-Z]{20}"));
        members.put(CAPACITY, Keyword.choice(capacities()));
        members.put("persons", Keyword.type("array", "null"));
        ObjectNode receiver = Keyword.require(Keyword.closed(members), List.of("oin", CAPACITY));
        List<ObjectNode> slices = new ArrayList<>();
        for (Lane lane : lanes) {
            ObjectNode persons = new PersonSchema(lane, data.apply(lane)).slices();
            slices.add(Keyword.when(in(lane), Keyword.properties(Map.of("persons", persons))));
        }
        return Keyword.type("array").put("minItems", 1).set("items", Keyword.also(receiver, slices));
    }

    /** What a message to several has in common with one to a single receiver. */
    Map<String, JsonNode> common() {
        TreeSet<String> senders = new TreeSet<>();
        TreeSet<String> purposes = new TreeSet<>();
        for (Lane lane : lanes) {
            senders.addAll(lane.senders());
            purposes.add(lane.rule().purpose());
        }
        Map<String, JsonNode> members = new TreeMap<>();
        members.put("senderCapacity", Keyword.choice(senders));
        members.put("purpose", Keyword.choice(purposes));
        return members;
    }

    /** A message with a receiver in this lane among several. */
    static ObjectNode holds(Lane lane) {
        Map<String, JsonNode> members = MessageSchema.pair(lane);
        members.remove("receiver");
        members.put("receivers", Keyword.JSON.objectNode().set("contains", in(lane)));
        return Keyword.require(Keyword.properties(members), List.of("receivers"));
    }

    private static ObjectNode in(Lane lane) {
        return Keyword.has(CAPACITY, Keyword.choice(lane.receivers()));
    }

    /** Nothing that a receiver needs of a subject is missing. */
    static ObjectNode whole(DataSchema data) {
        return demanding(data.demands());
    }

    /** These hold for the data of each subject. */
    static ObjectNode demanding(List<ObjectNode> demands) {
        ObjectNode demanded = Keyword.also(Keyword.JSON.objectNode(), demands);
        ObjectNode subject = Keyword.when(
                Keyword.has("relation", Keyword.constant(Relation.SUBJECT.name())),
                Keyword.properties(Map.of("data", demanded)));
        return Keyword.properties(Map.of("persons", Keyword.JSON.objectNode().set("items", subject)));
    }

    private TreeSet<String> capacities() {
        TreeSet<String> capacities = new TreeSet<>();
        lanes.forEach(lane -> capacities.addAll(lane.receivers()));
        return capacities;
    }
}
