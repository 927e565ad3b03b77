package nl.sluiswachter.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.sluiswachter.support.ContractDocument.Place;

/**
 * Holds real requests and real responses against the published OpenAPI file. Every method throws an
 * {@link AssertionError} that names the place in the file and in the message.
 */
public final class Contract {

    private static final String BASE = "/v1";
    private static final Set<String> TEXTS =
            Set.of("text/plain", "text/csv", "text/html", "application/jsonl", "application/pdf");

    /** Statuses with which a call can end before an operation is reached. */
    private static final Set<Integer> AT_THE_DOOR =
            Set.of(400, 401, 403, 404, 405, 406, 408, 411, 413, 414, 415, 431, 500, 501, 503);

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    private final ContractDocument document = ContractDocument.load();

    private Contract() {}

    /** The contract as the gateway publishes it. */
    public static Contract load() {
        return new Contract();
    }

    /**
     * A request that keeps to the contract.
     *
     * @param target path with {@code /v1}, and query
     * @param headers names in any letter case
     * @param body empty for none
     */
    public void request(String method, String target, Map<String, String> headers, byte[] body) {
        Found found = find(method, target)
                .orElseThrow(() -> new AssertionError("The contract has no " + method + " " + path(target)));
        Map<String, String> received = anyCase(headers);
        checkParameters(found, queryOf(target), received);
        Place content = found.operation().get("requestBody");
        if (body.length > 0 || content.get("required").node().asBoolean()) {
            require(content.exists(), "The contract has no body at #" + content.pointer());
            checkBody("Request body", content, mediaType(received), body);
        }
    }

    /** A response that keeps to the contract; also one to a call that the contract does not have. */
    public void response(String method, String target, int status, Map<String, String> headers, byte[] body) {
        Place response = find(method, target)
                .map(found -> found.operation().get("responses").get(Integer.toString(status)))
                .filter(Place::exists)
                .orElseGet(() ->
                        document.at("/components/responses/" + (AT_THE_DOOR.contains(status) ? "AtTheDoor" : "none")));
        require(response.exists(), "The contract has no answer " + status + " to " + method + " " + path(target));
        Map<String, String> received = anyCase(headers);
        response.get("headers").node().fieldNames().forEachRemaining(name -> {
            Place header = response.get("headers").get(name);
            checkParameter("Response header " + name, header, received.get(name));
        });
        if (body.length > 0 || response.get("content").exists()) {
            checkBody("Response body", response, mediaType(received), body);
        }
    }

    private void checkParameters(Found found, Map<String, String> query, Map<String, String> headers) {
        Map<String, String> unknown = new TreeMap<>(query);
        for (Place parameter : parameters(found.operation())) {
            String name = parameter.node().path("name").asText();
            String value =
                    switch (parameter.node().path("in").asText()) {
                        case "path" -> found.variables().get(name);
                        case "query" -> unknown.remove(name);
                        case "header" -> headers.get(name);
                        default -> throw new AssertionError("Unknown kind of parameter #" + parameter.pointer());
                    };
            checkParameter("Parameter " + name, parameter, value);
        }
        require(unknown.isEmpty(), "The contract has no query parameter " + unknown.keySet());
    }

    private static void checkParameter(String what, Place parameter, String value) {
        if (value == null) {
            boolean required = parameter.node().path("required").asBoolean();
            require(!required, what + " is missing, see #" + parameter.pointer());
            return;
        }
        Place schema = parameter.get("schema");
        boolean number = schema.node().path("type").asText().equals("integer") && value.matches("-?[0-9]{1,18}");
        schema.accept(what, number ? LongNode.valueOf(Long.parseLong(value)) : TextNode.valueOf(value));
    }

    private static void checkBody(String what, Place place, String mediaType, byte[] body) {
        Place media = place.get("content").get(mediaType);
        require(
                media.exists(),
                what + " has a media type that #" + place.pointer() + "/content does not have: " + mediaType);
        String text = new String(body, StandardCharsets.UTF_8);
        JsonNode json = TEXTS.contains(mediaType) ? TextNode.valueOf(text) : ContractDocument.parse(text);
        media.get("schema").accept(what, json);
    }

    /** An operation, with the values of the variables in its path. */
    private record Found(Place operation, Map<String, String> variables) {}

    /** A path without variables wins over one with: {@code _zoek} is not an identifier. */
    private Optional<Found> find(String method, String target) {
        Iterable<String> templates = () -> paths().node().fieldNames();
        return StreamSupport.stream(templates.spliterator(), false)
                .sorted((a, b) -> Boolean.compare(a.contains("{"), b.contains("{")))
                .map(template -> match(template, method, path(target)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Found> match(String template, String method, String path) {
        Matcher matcher = Pattern.compile(
                        Pattern.quote(BASE) + VARIABLE.matcher(template).replaceAll("(?<$1>[^/]+)"))
                .matcher(path);
        Place operation = paths().get(template).get(method.toLowerCase(Locale.ROOT));
        if (!operation.exists() || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Found(
                operation,
                VARIABLE.matcher(template)
                        .results()
                        .map(variable -> variable.group(1))
                        .collect(Collectors.toMap(name -> name, matcher::group))));
    }

    private Place paths() {
        return document.root().get("paths");
    }

    private List<Place> parameters(Place operation) {
        Iterator<JsonNode> parameters = operation.get("parameters").node().elements();
        Iterable<JsonNode> each = () -> parameters;
        return StreamSupport.stream(each.spliterator(), false)
                .map(node -> document.at(node.path("$ref").asText().substring(1)))
                .toList();
    }

    private static Map<String, String> queryOf(String target) {
        Map<String, String> query = new TreeMap<>();
        int mark = target.indexOf('?');
        if (mark >= 0 && mark + 1 < target.length()) {
            for (String pair : target.substring(mark + 1).split("&")) {
                String[] parts = pair.split("=", 2);
                query.put(parts[0], URLDecoder.decode(parts.length == 2 ? parts[1] : "", StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static String path(String target) {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    private static String mediaType(Map<String, String> headers) {
        return headers.getOrDefault("Content-Type", "none").split(";")[0].strip();
    }

    private static Map<String, String> anyCase(Map<String, String> headers) {
        Map<String, String> received = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        received.putAll(headers);
        return received;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
