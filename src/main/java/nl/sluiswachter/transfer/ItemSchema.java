package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The member {@code dataItems}: what a request asks for, or what an answer says about it. */
final class ItemSchema {

    private static final String PATH = "[a-z][A-Za-z_]{0,39}\\.[a-z][A-Za-z_]{0,39}";

    private final Lane.Items items;

    ItemSchema(Lane.Items items) {
        this.items = items;
    }

    /** As a sender may write it; empty where the type knows no items. */
    ObjectNode submitted() {
        ObjectNode list = items.asks() ? Keyword.type("array").put("minItems", 1) : Keyword.type("array", "null");
        if (items.isNone()) {
            return list.put("maxItems", 0);
        }
        ObjectNode item = item(Keyword.choice(items.paths()), Keyword.type("string", "null"));
        return list.set("items", items.asks() ? reasoned(item) : answered(Keyword.require(item, List.of("field"))));
    }

    /** As the receiver reads it. An answer also names what was asked under an earlier catalogue. */
    ObjectNode delivered() {
        ObjectNode field = items.asks() ? Keyword.choice(items.paths()) : Keyword.text(PATH);
        ObjectNode item = item(field, Keyword.type("string"));
        ObjectNode list = Keyword.type("array").put("minItems", 1);
        return list.set("items", items.asks() ? reasoned(item) : Keyword.require(item, List.of("field", "outcome")));
    }

    private static ObjectNode item(ObjectNode field, ObjectNode text) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        members.put("field", field);
        members.put("purpose", text);
        members.put("necessity", text);
        boolean nullable = text.path("type").isArray();
        ObjectNode outcome = Keyword.choice(
                Arrays.stream(DataItem.Outcome.values()).map(Enum::name).toList());
        if (nullable) {
            outcome.withArray("enum").addNull();
        }
        members.put("outcome", outcome);
        members.put("reason", text);
        ObjectNode conditions = nullable ? Keyword.type("array", "null") : Keyword.type("array");
        members.put("conditions", conditions.set("items", CircumstancesSchema.filled()));
        return Keyword.closed(members);
    }

    /** What an answer does not give has a reason from the list; what it gives in part has one in any words. */
    private static ObjectNode answered(ObjectNode item) {
        ObjectNode listed = Keyword.choice(DataItem.Refusal.names());
        return Keyword.also(
                item,
                List.of(
                        Keyword.when(outcome(DataItem.Outcome.REFUSED), Keyword.has("reason", listed)),
                        Keyword.when(
                                outcome(DataItem.Outcome.PARTLY),
                                Keyword.has("reason", CircumstancesSchema.filled()))));
    }

    /** What an answer says it gives is in the data of somebody. */
    List<ObjectNode> given() {
        if (!items.answers()) {
            return List.of();
        }
        ObjectNode given = Keyword.JSON.objectNode();
        given.putArray("enum")
                .add(DataItem.Outcome.PROVIDED.name())
                .add(DataItem.Outcome.PARTLY.name())
                .addNull();
        return items.paths().stream()
                .map(path -> {
                    ObjectNode item = Keyword.require(
                            Keyword.properties(Map.of("field", Keyword.constant(path), "outcome", given)),
                            List.of("field"));
                    ObjectNode some =
                            Keyword.has("dataItems", Keyword.type("array").set("contains", item));
                    ObjectNode holder = Keyword.has("data", Keyword.hasField(path));
                    return Keyword.when(
                            some,
                            Keyword.has("persons", Keyword.JSON.objectNode().set("contains", holder)));
                })
                .toList();
    }

    /** Nothing of what was asked is given: then the data need not hold any of it. */
    static ObjectNode unlessAllRefused(List<ObjectNode> demands) {
        ObjectNode refused = Keyword.type("array").put("minItems", 1).set("items", outcome(DataItem.Outcome.REFUSED));
        ObjectNode schema = Keyword.JSON.objectNode().set("if", Keyword.has("dataItems", refused));
        return schema.set("else", TableSchema.demanding(demands));
    }

    private static ObjectNode outcome(DataItem.Outcome outcome) {
        return Keyword.has("outcome", Keyword.constant(outcome.name()));
    }

    /** A request says for each item what it is for and why. */
    private static ObjectNode reasoned(ObjectNode item) {
        ObjectNode members = (ObjectNode) item.get("properties");
        members.set("purpose", CircumstancesSchema.filled());
        members.set("necessity", CircumstancesSchema.filled());
        return Keyword.require(item, List.of("field", "purpose", "necessity"));
    }
}
