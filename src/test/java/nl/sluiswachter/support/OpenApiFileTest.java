package nl.sluiswachter.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import nl.sluiswachter.api.ApiVersion;
import nl.sluiswachter.api.OpenApiServlet;
import nl.sluiswachter.kernel.Bsn;
import nl.sluiswachter.support.ContractDocument.Place;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The OpenAPI file as a document: whole, valid, and after the NL API Design Rules 2.2. */
class OpenApiFileTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String PROBLEM = "application/problem+json";

    private final ContractDocument document = ContractDocument.load();

    @TestFactory
    List<DynamicTest> everyExampleIsValid() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Place media : withMember(document.root(), "schema")) {
            if (media.node().has("example")) {
                tests.add(example(
                        media, media.pointer() + "/example", media.node().get("example")));
            }
            media.node()
                    .path("examples")
                    .properties()
                    .forEach(example -> tests.add(example(
                            media,
                            media.pointer() + "/examples/" + example.getKey(),
                            example.getValue().path("value"))));
        }
        assertThat(tests).hasSizeGreaterThan(40);
        return tests;
    }

    private static DynamicTest example(Place media, String name, JsonNode value) {
        return DynamicTest.dynamicTest(name, () -> media.get("schema").accept(name, value));
    }

    @Test
    void everyBodyHasAnExample() {
        for (Place content : withMember(document.root(), "application/json")) {
            JsonNode media = content.get("application/json").node();
            assertThat(media.has("example") || media.has("examples"))
                    .as(content.pointer())
                    .isTrue();
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<Place> references = withMember(document.root(), "$ref");

        assertThat(references).hasSizeGreaterThan(100);
        for (Place reference : references) {
            assertThat(reference.followed().exists()).as(reference.pointer()).isTrue();
        }
    }

    @Test
    void everyPartIsUsed() {
        Set<String> used = new TreeSet<>();
        withMember(document.root(), "$ref")
                .forEach(reference -> used.add(reference.node().get("$ref").asText()));

        for (String kind : List.of("schemas", "responses", "parameters", "headers")) {
            document.at("/components/" + kind).node().fieldNames().forEachRemaining(name -> assertThat(used)
                    .contains("#/components/" + kind + "/" + name));
        }
    }

    @Test
    void describesItself() {
        JsonNode info = document.root().node().path("info");

        assertThat(document.root().node().path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(info.path("version").asText()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(List.of("name", "email", "url"))
                .allSatisfy(member ->
                        assertThat(info.path("contact").path(member).asText()).isNotBlank());
        assertThat(document.root().node().path("servers"))
                .isNotEmpty()
                .allSatisfy(server -> assertThat(server.path("url").asText()).matches("https://.*/v1"));
    }

    @Test
    void namesPathsAndQueryKeysAfterTheRules() {
        document.root().node().path("paths").fieldNames().forEachRemaining(path -> assertThat(path)
                .matches("(/([a-z0-9]+(-[a-z0-9]+)*(\\.json)?|_[a-z]+|\\{[a-z]+}))+"));
        document.at("/components/parameters").node().properties().forEach(parameter -> {
            if (parameter.getValue().path("in").asText().equals("query")) {
                // FSC Logging has its own names, which its clients send
                String shape = parameter.getKey().startsWith("Fsc") ? "[a-z]+(_[a-z]+)*" : "[a-z][a-zA-Z0-9]*";
                assertThat(parameter.getValue().path("name").asText()).matches(shape);
            }
        });
    }

    @Test
    void namesNoPersonOutsideABody() {
        document.at("/components/parameters").node().forEach(parameter -> assertThat(
                        parameter.path("name").asText().toLowerCase(Locale.ROOT))
                .doesNotContain("bsn", "subject", "person"));
    }

    @Test
    void givesEachOperationAnIdentifierAndAKnownTag() {
        Set<String> tags = new TreeSet<>();
        document.root()
                .node()
                .path("tags")
                .forEach(tag -> tags.add(tag.path("name").asText()));
        Set<String> identifiers = new TreeSet<>();

        for (Place operation : operations()) {
            assertThat(identifiers.add(operation.node().path("operationId").asText()))
                    .as(operation.pointer())
                    .isTrue();
            assertThat(operation.node().path("tags")).hasSize(1).allSatisfy(tag -> assertThat(tags)
                    .contains(tag.asText()));
            assertThat(operation.node().path("summary").asText()).isNotBlank();
        }
        assertThat(identifiers).hasSizeGreaterThan(15);
    }

    @Test
    void answersInvalidInputWith400AndEveryErrorWithAProblem() {
        for (Place operation : operations()) {
            boolean hasInput =
                    operation.node().has("parameters") || operation.node().has("requestBody");
            assertThat(operation.get("responses").node().has("400"))
                    .as(operation.pointer())
                    .isEqualTo(hasInput);
            operation.get("responses").node().fieldNames().forEachRemaining(status -> {
                Place response = operation.get("responses").get(status);
                assertThat(status).as(operation.pointer()).isNotEqualTo("422");
                assertThat(response.node().path("headers").has("API-Version"))
                        .as(response.pointer())
                        .isTrue();
                assertThat(response.node().path("content").has(PROBLEM))
                        .as(response.pointer())
                        .isEqualTo(status.compareTo("400") >= 0);
            });
        }
    }

    @Test
    void showsTheStatusOfEachProblemInItsExample() {
        for (Place operation : operations()) {
            Place responses = operation.get("responses");
            responses.node().fieldNames().forEachRemaining(status -> {
                Place problem = responses.get(status).get("content").get(PROBLEM);
                if (!status.equals("default") && problem.node().has("example")) {
                    assertThat(problem.node().path("example").path("status").asText())
                            .as(problem.pointer())
                            .isEqualTo(status);
                }
            });
        }
    }

    @Test
    void hasTheVersionThatEveryAnswerNames() {
        assertThat(document.at("/info/version").node().asText()).isEqualTo(ApiVersion.CURRENT);
    }

    /** Neither a call without a contract nor a contract without a call; the contract itself is served by a servlet. */
    @Test
    void hasExactlyTheOperationsThatTheRoutesServe() throws IOException {
        Set<String> routed = new TreeSet<>(Set.of("get " + OpenApiServlet.PATH.substring("/v1".length())));
        JsonNode routes = YAMLMapper.builder()
                .build()
                .readTree(Path.of("routes", "partner-api.camel.yaml").toFile());
        routes.findValues("rest")
                .forEach(rest -> METHODS.forEach(method -> rest.path(method)
                        .forEach(call ->
                                routed.add(method + " " + call.path("path").asText()))));

        Set<String> promised = new TreeSet<>();
        document.root().node().path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> promised.add(method + " " + path.getKey())));

        assertThat(promised).isEqualTo(routed);
    }

    @Test
    void letsNoUnknownMemberIntoARequest() {
        for (Place operation : operations()) {
            Place schema = operation
                    .get("requestBody")
                    .get("content")
                    .get("application/json")
                    .get("schema");
            if (schema.exists()) {
                assertThat(schema.node().path("additionalProperties").asText("").equals("false")
                                || schema.node().path("maxProperties").asInt(-1) == 0)
                        .as(schema.pointer())
                        .isTrue();
            }
        }
    }

    @Test
    void namesOnlyTestPersons() {
        List<String> numbers = new ArrayList<>();
        withMember(document.root(), "bsn")
                .forEach(place -> numbers.add(place.node().path("bsn").asText("")));

        assertThat(numbers.stream().filter(Bsn::isValid))
                .isNotEmpty()
                .isSubsetOf("123456782", "111222333", "999990019", "999993653", "010464554");
    }

    @Test
    void refusesAnExampleThatIsWrong() {
        Place subject = document.at("/components/schemas/Subject");

        assertThatCode(() -> subject.accept("A person", ContractDocument.parse("{\"bsn\":5}")))
                .isInstanceOf(AssertionError.class);
    }

    private List<Place> operations() {
        List<Place> operations = new ArrayList<>();
        document.root().node().path("paths").fieldNames().forEachRemaining(path -> document.root()
                .get("paths")
                .get(path)
                .node()
                .fieldNames()
                .forEachRemaining(method -> {
                    assertThat(METHODS).contains(method);
                    operations.add(document.root().get("paths").get(path).get(method));
                }));
        return operations;
    }

    private List<Place> withMember(Place place, String member) {
        List<Place> found = new ArrayList<>();
        collect(place.pointer(), place.node(), member, found);
        return found;
    }

    private void collect(String pointer, JsonNode node, String member, List<Place> found) {
        if (node.has(member)) {
            found.add(document.at(pointer));
        }
        node.properties()
                .forEach(child -> collect(
                        pointer + "/" + child.getKey().replace("~", "~0").replace("/", "~1"),
                        child.getValue(),
                        member,
                        found));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(pointer + "/" + i, node.get(i), member, found);
        }
    }
}
