package nl.sluiswachter.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nl.sluiswachter.api.OpenApiServlet;

/** The OpenAPI file as a tree whose references are followed, with every place in it usable as a JSON Schema. */
final class ContractDocument {

    private static final String ADDRESS = "https://contract.invalid/openapi.json";

    private final JsonNode root;
    private final JsonSchemaFactory schemas;
    private final SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .typeLoose(false)
            .build();
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    private ContractDocument(String text) {
        this.root = parse(text);
        this.schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(ADDRESS, text))));
    }

    static ContractDocument load() {
        try (InputStream file = OpenApiServlet.class.getResourceAsStream(OpenApiServlet.RESOURCE)) {
            return new ContractDocument(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parse(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (IOException e) {
            throw new AssertionError("Not JSON", e);
        }
    }

    Place root() {
        return new Place("", root);
    }

    /** A place in the document by JSON Pointer. */
    Place at(String pointer) {
        return new Place(pointer, root.at(pointer));
    }

    /** One node of the document, and where it is. */
    final class Place {

        private final String pointer;
        private final JsonNode node;

        private Place(String pointer, JsonNode node) {
            this.pointer = pointer;
            this.node = node;
        }

        /** The member, or what it refers to. */
        Place get(String name) {
            String escaped = name.replace("~", "~0").replace("/", "~1");
            Place member = new Place(pointer + "/" + escaped, node.path(name));
            return member.followed();
        }

        Place followed() {
            JsonNode reference = node.path("$ref");
            return reference.isTextual() ? at(reference.textValue().substring(1)) : this;
        }

        boolean exists() {
            return !node.isMissingNode();
        }

        String pointer() {
            return pointer;
        }

        JsonNode node() {
            return node;
        }

        /** @throws AssertionError with this place and that of each fault, when the value does not fit the schema here */
        void accept(String what, JsonNode value) {
            Set<ValidationMessage> faults = schema().validate(value.toString(), InputFormat.JSON);
            if (!faults.isEmpty()) {
                throw new AssertionError(what + " does not fit #" + pointer + ": "
                        + faults.stream()
                                .map(fault -> fault.getMessage() + " ["
                                        + fault.getSchemaLocation().getFragment() + "]")
                                .collect(Collectors.joining("; ")));
            }
        }

        private JsonSchema schema() {
            return compiled.computeIfAbsent(
                    pointer, p -> schemas.getSchema(SchemaLocation.of(ADDRESS + "#" + p), config));
        }
    }
}
