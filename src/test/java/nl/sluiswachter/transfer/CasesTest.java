package nl.sluiswachter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.ReuseCell;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The law as cases: src/test/resources/cases, one file per exchange type. */
class CasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> EXPECTATIONS = Set.of(
            "outcome",
            "codes",
            "articles",
            "removed",
            "delivered",
            "sent",
            "secretAddress",
            "reliesOn",
            "obligations",
            "remedies",
            "onlyRemedies",
            "checks",
            "dataItems",
            "members",
            "persons",
            "origins");

    @TestFactory
    Stream<DynamicContainer> decides() {
        return CaseFile.all().stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.file().getFileName().toString(),
                        file.examples().stream()
                                .map(example -> DynamicTest.dynamicTest(example.name(), () -> check(example)))));
    }

    @Test
    void hasCasesForEveryExchangeTypeAndEveryCodeThatRefuses() {
        Set<String> codes = new TreeSet<>();
        Map<String, List<String>> outcomes = new TreeMap<>();
        CaseFile.all().stream().flatMap(file -> file.examples().stream()).forEach(example -> {
            outcomes.computeIfAbsent(example.type(), type -> new ArrayList<>())
                    .add(example.then().path("outcome").asText());
            codes.addAll(texts(example.then().path("codes")));
            example.then().path("removed").forEach(person -> codes.addAll(texts(person)));
        });

        assertThat(outcomes).allSatisfy((type, seen) -> {
            assertThat(seen).as(type).contains("PERMIT");
            assertThat(seen.stream().filter("DENY"::equals).count()).as(type).isGreaterThanOrEqualTo(2);
        });
        assertThat(outcomes.keySet()).containsAll(Worlds.CATALOGUE.types().keySet());
        assertThat(codes)
                .containsAll(Arrays.stream(Code.values())
                        .filter(code -> code.compareTo(Code.SENDER_NOT_ENTITLED) >= 0)
                        .map(Code::name)
                        .toList());
    }

    @Test
    void hasCasesForEveryCellOfTheReuseMatrix() {
        Map<Origin, Map<Origin, ReuseCell>> cells =
                CaseFile.all().get(0).examples().get(0).catalogue().reuse();
        Set<Origin> laws = EnumSet.of(
                Origin.WMO, Origin.JEUGDWET, Origin.PW, Origin.WGS, Origin.WI2021, Origin.LEERPLICHT, Origin.VT);
        Set<String> cases = CaseFile.all().stream()
                .flatMap(file -> file.examples().stream())
                .map(CaseFile.Example::name)
                .collect(Collectors.toSet());

        for (Origin from : EnumSet.complementOf(EnumSet.of(Origin.RESIDENT))) {
            assertThat(cells.get(from)).as(from.name()).containsOnlyKeys(laws);
            laws.forEach(law -> assertThat(cases).contains(from + " to " + law + " with nothing"));
        }
    }

    private static void check(CaseFile.Example example) throws IOException {
        ExampleReader reader = new ExampleReader(example);
        Decided decided =
                new TestPath(reader.registers(), reader.requests(), reader.broken()).decide(reader.submitted());
        JsonNode then = example.then();
        then.fieldNames().forEachRemaining(name -> assertThat(EXPECTATIONS).contains(name));

        assertThat(decided.isPermit() ? "PERMIT" : "DENY")
                .as(() -> "outcome, with " + failures(decided))
                .isEqualTo(then.required("outcome").asText());
        assertThat(failures(decided)).isEqualTo(texts(then.path("codes")));
        if (decided.isPermit() || then.has("removed")) {
            assertThat(removed(decided)).isEqualTo(expectedRemovals(then.path("removed")));
        }
        if (then.has("articles")) {
            assertThat(articles(decided)).isEqualTo(texts(then.get("articles")));
        }
        if (then.has("delivered")) {
            then.get("delivered").properties().forEach(p -> assertThat(
                            decided.delivered().getOrDefault(p.getKey(), List.of()))
                    .containsExactlyInAnyOrderElementsOf(texts(p.getValue())));
        }
        if (then.has("reliesOn")) {
            assertThat(decided.consents())
                    .containsExactlyInAnyOrderElementsOf(texts(then.get("reliesOn")).stream()
                            .map(ExampleReader::id)
                            .toList());
        }
        checkSent(decided, then);
        then.path("checks").properties().forEach(check -> assertThat(decided.findings())
                .as("findings of " + check.getKey())
                .filteredOn(finding -> finding.check().name().equals(check.getKey()))
                .isNotEmpty()
                .allMatch(finding ->
                        finding.outcome().name().equals(check.getValue().asText())));
        checkRemedies(decided, then);
        checkOnlyRemedies(decided, then);
        checkObligations(decided, then);
    }

    private static void checkSent(Decided decided, JsonNode then) throws IOException {
        if (decided.outgoing().isEmpty()) {
            return;
        }
        JsonNode content = JSON.readTree(decided.outgoing().get().payload());
        if (then.has("members")) {
            assertThat(content.fieldNames()).toIterable().containsExactlyElementsOf(texts(then.get("members")));
        }
        if (then.has("dataItems")) {
            assertThat(content.path("dataItems")).isEqualTo(then.get("dataItems"));
        }
        if (then.has("persons")) {
            assertThat(content.get("persons").findValuesAsText("ref"))
                    .containsExactlyElementsOf(texts(then.get("persons")));
        }
        for (JsonNode person : content.get("persons")) {
            JsonNode expected = then.path("sent").path(person.get("ref").asText());
            if (!expected.isMissingNode()) {
                assertThat(person.get("data")).isEqualTo(expected);
            }
            then.path("origins").path(person.get("ref").asText()).properties().forEach(origin -> assertThat(
                            person.get("origins").get(origin.getKey()))
                    .isEqualTo(origin.getValue()));
            if (then.has("secretAddress")) {
                assertThat(person.path("addressSecret").asBoolean())
                        .isEqualTo(texts(then.get("secretAddress"))
                                .contains(person.get("ref").asText()));
            }
        }
    }

    private static void checkObligations(Decided decided, JsonNode then) {
        if (then.has("obligations") && decided.decision() instanceof Decision.Permit permit) {
            assertThat(permit.obligations().stream().map(o -> o.code() + " " + o.due()))
                    .containsExactlyElementsOf(texts(then.get("obligations")));
        }
    }

    /** Each expected remedy, by code or with as much as the case tells of it, is among those given. */
    private static void checkRemedies(Decided decided, JsonNode then) {
        JsonNode given = new Explanation(decided).toJson().path("remedies");
        then.path("remedies").forEach(expected -> assertThat(given)
                .as("remedy " + expected)
                .anyMatch(remedy ->
                        expected.isTextual() ? remedy.get("code").equals(expected) : holds(remedy, expected)));
    }

    /** Exactly these, in any order: what would send somebody on an errand for nothing is not among them. */
    private static void checkOnlyRemedies(Decided decided, JsonNode then) {
        if (then.has("onlyRemedies")) {
            assertThat(new Explanation(decided).toJson().path("remedies"))
                    .extracting(remedy -> remedy.path("code").asText())
                    .containsExactlyInAnyOrderElementsOf(texts(then.get("onlyRemedies")));
        }
    }

    /** A member that is expected to be null is not there. */
    private static boolean holds(JsonNode actual, JsonNode expected) {
        if (expected.isNull()) {
            return actual.isMissingNode();
        }
        return expected.isObject()
                ? expected.properties().stream()
                        .allMatch(member -> holds(actual.path(member.getKey()), member.getValue()))
                : actual.equals(expected);
    }

    @Test
    void hasACaseForEveryRemedy() {
        Set<String> remedies = new TreeSet<>();
        CaseFile.all().stream().flatMap(file -> file.examples().stream()).forEach(example -> example.then()
                .path("remedies")
                .forEach(remedy -> remedies.add(
                        remedy.isTextual()
                                ? remedy.asText()
                                : remedy.path("code").asText())));

        assertThat(remedies).containsAll(Worlds.CATALOGUE.texts().remedies().keySet());
    }

    private static List<String> failures(Decided decided) {
        return reasons(decided).stream().map(finding -> finding.code().name()).toList();
    }

    private static List<Finding> reasons(Decided decided) {
        return decided.decision() instanceof Decision.Deny deny ? deny.reasons() : List.of();
    }

    private static List<String> articles(Decided decided) {
        return reasons(decided).stream().map(Finding::article).toList();
    }

    private static Set<String> removed(Decided decided) {
        Set<String> removed = new TreeSet<>();
        decided.removed().forEach(r -> removed.add(r.person() + " " + r.field() + " " + r.code()));
        return removed;
    }

    private static Set<String> expectedRemovals(JsonNode persons) {
        Set<String> removed = new TreeSet<>();
        for (Map.Entry<String, JsonNode> person : persons.properties()) {
            person.getValue()
                    .properties()
                    .forEach(field -> removed.add(person.getKey() + " " + field.getKey() + " "
                            + field.getValue().asText()));
        }
        return removed;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
