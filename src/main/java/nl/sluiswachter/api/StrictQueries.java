package nl.sluiswachter.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.sluiswachter.party.Side;

/**
 * The calls whose address may hold the parameters that the contract gives them and no others ({@code x-strict-query}): what
 * they tell would look as if a filter that nobody knows had been applied.
 */
final class StrictQueries {

    private static final String MARK = "x-strict-query";

    private final Map<String, List<String>> names = new HashMap<>();

    /** @param contract as it is served */
    StrictQueries(byte[] contract) {
        JsonNode root = parsed(contract);
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> operation.getValue().path(MARK).asBoolean())
                .forEach(operation -> names.put(
                        operation.getKey().toUpperCase(Locale.ROOT) + " /v1" + path.getKey(),
                        inQuery(operation.getValue().path("parameters"), root))));
    }

    private static List<String> inQuery(JsonNode parameters, JsonNode root) {
        List<String> found = new ArrayList<>();
        for (JsonNode given : parameters) {
            JsonNode parameter =
                    given.has("$ref") ? root.at(given.path("$ref").textValue().substring(1)) : given;
            if (parameter.path("in").asText().equals("query")) {
                found.add(parameter.path("name").textValue());
            }
        }
        return found;
    }

    private static JsonNode parsed(byte[] contract) {
        try {
            return JsonMapper.builder().build().readTree(contract);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Says which parameters there are and not which one was sent: somebody may have put a person there. For a partner these calls
     * do not exist, whatever their parameters are.
     *
     * @throws ProblemException 400
     */
    void check(Request request, Set<String> sent) {
        List<String> known = names.get(request.call());
        if (known == null || request.caller().side() != Side.MUNICIPALITY || known.containsAll(sent)) {
            return;
        }
        Complaints complaints = new Complaints();
        complaints.add(
                "query",
                "UNKNOWN_PARAMETER",
                known.isEmpty()
                        ? "An address without parameters is expected."
                        : "No other parameters than " + String.join(", ", known) + " are expected.");
        complaints.throwIfAny();
    }
}
