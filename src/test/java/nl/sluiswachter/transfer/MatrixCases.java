package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a table of cases: {@code matrix} has a row per origin and in it a cell per column of {@code columns}, which says
 * how the data travel. A cell is what it needs, and where it can be refused the article that says so. It becomes one case
 * for everything that may be given, from nothing to all of it: a permit exactly when what is needed is there.
 */
final class MatrixCases {

    /** What a cell can need, and the consents that make it so. */
    private static final Map<String, Set<String>> NEEDS = Map.of(
            "nothing", Set.of(),
            "explicit consent", Set.of("consent"),
            "consent + waiver", Set.of("consent", "waiver"),
            "explicit consent + waiver", Set.of("consent", "waiver"),
            "consent + written", Set.of("consent", "written"),
            "explicit consent + written", Set.of("consent", "written"),
            "never", Set.of("it does not exist"));

    private static final Map<String, String> KINDS =
            Map.of("consent", "PROCESSING", "waiver", "SECRECY_WAIVER", "written", "PW_WRITTEN");
    private static final List<String> GIVEN =
            List.of("nothing", "consent", "waiver", "written", "consent + waiver", "consent + written", "everything");
    private static final String NOT_FOR_ENFORCEMENT = "not for enforcement";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode root;
    private final List<JsonNode> cases = new ArrayList<>();

    MatrixCases(JsonNode root) {
        this.root = root;
    }

    /** All cases of the table; none where the file has no table. */
    List<JsonNode> cases() {
        root.path("matrix").properties().forEach(row -> row.getValue()
                .properties()
                .forEach(cell -> add(row.getKey(), cell.getKey(), cell.getValue())));
        return cases;
    }

    private void add(String from, String to, JsonNode cell) {
        String needs = cell.required(0).asText();
        if (!NEEDS.containsKey(needs)) {
            throw new IllegalArgumentException(from + " to " + to + " needs something unknown: " + needs);
        }
        for (String given : GIVEN) {
            cases.add(example(from, to, cell, given, consents(given).containsAll(NEEDS.get(needs)), false));
        }
        if (cell.path(2).asText().equals(NOT_FOR_ENFORCEMENT)) {
            cases.add(example(from, to, cell, "everything", false, true));
        }
    }

    private JsonNode example(String from, String to, JsonNode cell, String given, boolean permit, boolean enforcement) {
        JsonNode column = root.required("columns").required(to);
        String field = column.required("field").asText();
        ObjectNode example = JSON.objectNode();
        example.put("name", from + " to " + to + " with " + given + (enforcement ? " for enforcement" : ""));
        if (column.has("exchangeType")) {
            example.set("exchangeType", column.get("exchangeType"));
        }
        ObjectNode when = column.required("when").deepCopy();
        when.withObject("/persons/p1/origins").put(field, from);
        when.withObject("/circumstances").put("enforcement", enforcement);
        example.set("when", when);
        for (String consent : consents(given)) {
            example.withObject("/given/consents/" + consent)
                    .put("adult", true)
                    .put("kind", KINDS.get(consent))
                    .withArray("dataCategories")
                    .add(field);
        }
        ObjectNode then = example.putObject("then");
        then.put("outcome", permit ? "PERMIT" : "DENY");
        if (permit && column.has("removed")) {
            then.set("removed", column.get("removed"));
        }
        if (!permit) {
            boolean statutory = cell.get(0).asText().startsWith("explicit");
            then.putArray("codes").add(statutory && !enforcement ? "EXPLICIT_CONSENT_REQUIRED" : "ORIGIN_STICKS");
            then.putArray("articles").add(cell.required(1).asText());
        }
        return example;
    }

    private static Set<String> consents(String given) {
        return switch (given) {
            case "nothing" -> Set.of();
            case "everything" -> KINDS.keySet();
            default -> Set.copyOf(Arrays.asList(given.split(" \\+ ")));
        };
    }
}
