package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.PreconditionRule;
import nl.sluiswachter.catalogue.SecrecyLift;

/** The member {@code circumstances} of a message under one rule: what may be stated, and what the rule asks for. */
final class CircumstancesSchema {

    private static final String BLANK_NOT = "\\S";

    private final Map<String, JsonNode> members = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();

    CircumstancesSchema(ExchangeRule rule) {
        for (Statement statement : Statement.values()) {
            members.put(statement.member(), Keyword.type("boolean", "null"));
        }
        members.put("weighing", weighing(Keyword.type("object", "null"), Keyword.type("boolean")));
        members.put("informed", informed(Keyword.type("object", "null")));
        members.put("request", request("object", "null"));
        rule.preconditions().forEach(this::ask);
        if (rule.secrecy().lift() == SecrecyLift.WEIGHING) {
            ask("weighing", weighed());
        }
    }

    ObjectNode toJson() {
        return Keyword.require(
                asked.isEmpty()
                        ? Keyword.closed(members).setAll(Keyword.type("object", "null"))
                        : Keyword.closed(members),
                asked);
    }

    /** Whether a message needs the member at all. */
    boolean isAsked() {
        return !asked.isEmpty();
    }

    private void ask(PreconditionRule rule) {
        switch (rule.kind()) {
            case COMMITMENT, LEGAL_MEASURE, QUESTION -> {
                // registered facts, and a question that may also stand in the data
            }
            case INFORMED_STATUS -> ask("informed", informed(Keyword.type("object")));
            case NATURE_AND_SEVERITY -> ask("request", substance());
            case REMINDER_SENT -> ask(Statement.REMINDER_SENT);
            case CHANNEL_UNAVAILABLE -> ask(Statement.CHANNEL_UNAVAILABLE);
            case PERSON_CANNOT_CONSENT -> ask(Statement.PERSON_CANNOT_CONSENT);
            case NOT_REFUSED -> forbid(Statement.REFUSED);
            case NO_ABSENCE_NOTICE -> forbid(Statement.ABSENCE_NOTICE);
        }
    }

    private void ask(String member, ObjectNode schema) {
        members.put(member, schema);
        asked.add(member);
    }

    private void ask(Statement statement) {
        ask(statement.member(), Keyword.JSON.objectNode().put("const", true));
    }

    private void forbid(Statement statement) {
        ObjectNode schema = Keyword.JSON.objectNode();
        schema.putArray("enum").add(false).addNull();
        members.put(statement.member(), schema);
    }

    private static ObjectNode weighing(ObjectNode type, ObjectNode considered) {
        ObjectNode schema = Keyword.closed(Map.of("considered", considered, "text", Keyword.type("string", "null")));
        return Keyword.require(schema.setAll(type), Set.of("considered"));
    }

    private static ObjectNode weighed() {
        ObjectNode considered = Keyword.JSON.objectNode().put("const", true);
        ObjectNode schema = weighing(Keyword.type("object"), considered);
        return Keyword.also(schema, Set.of(Keyword.has("text", filled())));
    }

    /** A person who was not told needs a reason. */
    private static ObjectNode informed(ObjectNode type) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        parts.put(
                "status",
                Keyword.choice(
                        Set.of("INFORMED", "NOT_INFORMED").stream().sorted().toList()));
        parts.put("reason", Keyword.type("string", "null").put("maxLength", 64).put("pattern", BLANK_NOT));
        ObjectNode schema = Keyword.require(Keyword.closed(parts).setAll(type), Set.of("status"));
        return schema.setAll(
                Keyword.when(Keyword.has("status", Keyword.constant("NOT_INFORMED")), Keyword.has("reason", filled())));
    }

    private static ObjectNode request(String... types) {
        ObjectNode text = Keyword.type("string", "null");
        return Keyword.closed(Map.of("question", text, "nature", text, "severity", text))
                .setAll(Keyword.type(types));
    }

    private static ObjectNode substance() {
        ObjectNode both = Keyword.properties(Map.of("nature", filled(), "severity", filled()));
        return Keyword.also(
                request("object"), Set.of(Keyword.require(both, new TreeSet<>(Set.of("nature", "severity")))));
    }

    /** A text that is there and not blank. */
    static ObjectNode filled() {
        return Keyword.type("string").put("pattern", BLANK_NOT);
    }
}
