package nl.sluiswachter.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader of the route files may rely on. */
class RouteFilesOnDiskTest {
    private static final Path FOLDER = Path.of("routes");
    private static final int LINES = 80;
    /** Lists with one short entry per call of the contract; nothing happens between the lines. */
    private static final Set<String> TABLES =
            Set.of("endpoints.camel.yaml", "partner-api.camel.yaml", "log-views.camel.yaml");

    private static final int TABLE_LINES = 180;
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void eachFileIsValidAgainstTheSchemaOfCamel() throws IOException {
        JsonSchema schema = schema();
        for (Path file : files()) {
            assertThat(schema.validate(YAML.readTree(Files.readString(file))))
                    .as(file.toString())
                    .isEmpty();
        }
        assertThat(schema.validate(YAML.readTree("- route: {from: {uri: direct, stepz: []}}")))
                .isNotEmpty();
    }

    @Test
    void noFileIsLong() throws IOException {
        for (Path file : files()) {
            boolean isTable = TABLES.contains(file.getFileName().toString());
            assertThat(Files.readAllLines(file).size())
                    .as(file.toString())
                    .isLessThanOrEqualTo(isTable ? TABLE_LINES : LINES);
        }
    }

    @Test
    void noAddressHidesOptions() throws IOException {
        for (Path file : files()) {
            List<String> addresses = new ArrayList<>();
            YAML.readTree(Files.readString(file)).findValues("uri").forEach(uri -> addresses.add(uri.asText()));
            assertThat(addresses).as(file.toString()).allMatch(uri -> uri.matches("[a-z]+"));
        }
    }

    @Test
    void everyStepOutsideATemplateHasAnIdOfItsOwn() throws IOException {
        Map<String, Integer> ids = new TreeMap<>();
        for (JsonNode item : items()) {
            if (item.has("routeTemplate")) {
                continue;
            }
            item.findValues("id").forEach(id -> ids.merge(id.asText(), 1, Integer::sum));
            item.findValues("steps")
                    .forEach(steps -> steps.forEach(
                            step -> assertThat(step.iterator().next().path("id").asText())
                                    .as(step.toString())
                                    .isNotBlank()));
        }

        assertThat(ids)
                .isNotEmpty()
                .allSatisfy((id, times) -> assertThat(times).as(id).isEqualTo(1));
    }

    @Test
    void thePathHasTheseStepsInThisOrder() throws IOException {
        assertThat(steps("transfer"))
                .containsExactly(
                        "edge.read",
                        "removeHeaders *",
                        "transferParts.split",
                        "split ",
                        "transferParts.together",
                        "edge.write");
        assertThat(steps("part"))
                .containsExactly("transferIntake.receive", "to ", "transferAnswers.answer", "edge.write");
        assertThat(steps("passage"))
                .containsExactly(
                        "purposeStage.examine",
                        "consentStage.examine",
                        "minimiseStage.minimise",
                        "decideStage.decide",
                        "transferLog.record",
                        "handover.deliver");
    }

    private static List<String> steps(String route) throws IOException {
        List<String> steps = new ArrayList<>();
        for (JsonNode item : items()) {
            if (item.at("/route/id").asText().equals(route)) {
                item.at("/route/from/steps").forEach(step -> steps.add(text(step)));
            }
        }
        return steps;
    }

    @Test
    void aDryRunTakesTheSamePath() throws IOException {
        List<JsonNode> decision = items().stream()
                .filter(item -> item.at("/route/id").asText().equals("decision"))
                .toList();

        assertThat(decision).hasSize(1);
        assertThat(decision.get(0).at("/route/from/steps")).hasSize(1);
        assertThat(decision.get(0).at("/route/from/steps/0/to/parameters/name").asText())
                .isEqualTo("transfer");
    }

    @Test
    void noFileMakesBeansOrComputes() throws IOException {
        Set<String> kinds =
                Set.of("route", "routeTemplate", "templatedRoute", "routeConfiguration", "rest", "restConfiguration");
        for (JsonNode item : items()) {
            assertThat(kinds).contains(item.fieldNames().next());
        }
        for (Path file : files()) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContainPattern("(?m)^\\s*-?\\s*(beans|script|toD|process|setBody|setHeader|recipientList"
                            + "|dynamicRouter|routingSlip|enrich|pollEnrich|wireTap|marshal|unmarshal|transform)\\s*:")
                    .doesNotContainPattern("\\b(groovy|joor|js|mvel|ognl|spel|python|jq|xpath)\\s*:");
        }
    }

    @Test
    void theFilesTravelInTheJarAsTheyStandHere() throws IOException {
        for (Path file : files()) {
            try (InputStream inJar = getClass().getResourceAsStream("/routes/" + file.getFileName())) {
                assertThat(inJar).as(file.toString()).isNotNull();
                assertThat(inJar.readAllBytes()).isEqualTo(Files.readAllBytes(file));
            }
        }
    }

    private static String text(JsonNode step) {
        JsonNode bean = step.path("bean");
        return bean.isMissingNode()
                ? step.fieldNames().next() + " "
                        + step.iterator().next().path("pattern").asText()
                : bean.path("ref").asText() + "." + bean.path("method").asText();
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream schema = RouteFilesOnDiskTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            JsonNode node = new ObjectMapper().readTree(schema);
            assertThat(node.path("$schema").asText()).contains("draft-04");
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(node);
        }
    }

    private static List<JsonNode> items() throws IOException {
        List<JsonNode> items = new ArrayList<>();
        for (Path file : files()) {
            YAML.readTree(Files.readString(file)).forEach(items::add);
        }
        return items;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .sorted()
                    .toList();
        }
    }
}
