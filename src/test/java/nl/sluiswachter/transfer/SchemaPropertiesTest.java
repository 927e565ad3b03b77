package nl.sluiswachter.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import nl.sluiswachter.catalogue.BsnRight;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.FieldRule;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.ReuseRule;
import nl.sluiswachter.catalogue.SecrecyLift;
import nl.sluiswachter.catalogue.ToldByResident;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.facts.FactKind;
import nl.sluiswachter.facts.Measure;
import nl.sluiswachter.kernel.SubjectIdentity;
import org.junit.jupiter.api.Test;

/** The schemas say what the checks do, and the guard does what the schemas say. */
@Tag("property")
class SchemaPropertiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final Map<String, ObjectNode> MESSAGES = new ConcurrentHashMap<>();
    private static final Map<JsonNode, JsonSchema> COMPILED = new ConcurrentHashMap<>();
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "Z-1",
            "Z 1",
            "123456782",
            "1234567890",
            "12345678",
            "1984-03-12",
            "1984-02-30",
            "2000-02-29",
            "1849-12-31",
            "2199-12-31",
            "2200-01-01",
            "schulden, (geen) é",
            "een\nregel",
            "a".repeat(60),
            "a".repeat(61),
            "x".repeat(65));

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void aFieldFitsItsSchemaExactlyWhenTheChecksLeaveItWhole(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> paths =
                Worlds.CATALOGUE.fields().keySet().stream().sorted().toList();
        FieldRule rule = Worlds.CATALOGUE.fields().get(paths.get(random.nextInt(paths.size())));
        JsonNode value = value(random, rule, 0);
        Assume.that(!holdsNumber(value));
        boolean coded = random.nextInt(4) == 0;
        Shape shape = new Shape(rule);
        boolean whole = shape.fits(value)
                && shape.strangers(value, member -> false).isEmpty()
                && (!coded || Shape.isCoded(value))
                && (rule.kind() != FieldRule.Kind.BSN || value.asText().matches("[0-9]{8,9}"));
        Statistics.collect(whole);
        Statistics.coverage(checker -> checker.check(true).percentage(p -> p > 10 && p < 90));

        FieldSchema schema = new FieldSchema(rule, Language.NL);
        assertThat(fits(coded ? schema.coded() : schema.whole(), value))
                .as("%s %s", rule.kind(), value)
                .isEqualTo(whole);
    }

    /** Rare among all types, and the one whose origins depend on the field and on what the data serve. */
    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void whatAResidentToldADepartmentFitsItsSchemaExactlyWhenItPassesWhole(@ForAll("reuse") long seed) {
        Submitted submitted = told(cleaned(Worlds.of(seed).submitted()), Origin.RESIDENT);
        Assume.that(submitted.message().persons().stream().allMatch(SchemaPropertiesTest::usesItsOrigin));
        Assume.that(submitted.message().persons().stream()
                .noneMatch(person -> person.text("identity.bsn").equals("123456789")));
        boolean whole = passesWhole(submitted);
        Statistics.collect(whole);
        Statistics.coverage(checker -> checker.check(true).percentage(p -> p > 8 && p < 95));

        assertThat(fits(message(submitted), MessageJson.of(submitted)))
                .as("seed %s", seed)
                .isEqualTo(whole);
    }

    @Provide
    Arbitrary<Long> reuse() {
        return Arbitraries.longs()
                .filter(
                        2000,
                        seed -> Worlds.of(seed).submitted().rule().toldByResident() == ToldByResident.ACCOMPANYING);
    }

    /** Every field of this origin, but one in four that has another of its own. */
    private static Submitted told(Submitted submitted, Origin origin) {
        Origin other = submitted.rule().law();
        List<Person> persons = submitted.message().persons().stream()
                .filter(person -> !person.fields().isEmpty())
                .map(person -> new Person(
                        person.ref(),
                        person.relation(),
                        origin,
                        person.fields(),
                        person.fields().keySet().stream()
                                .filter(path -> (path + submitted.message().necessity()).hashCode() % 4 == 0)
                                .collect(Collectors.toMap(path -> path, path -> Set.of(other)))))
                .toList();
        return Worlds.copy(submitted, Nature.TRANSFER, persons);
    }

    @Property(tries = 800, shrinking = ShrinkingMode.OFF)
    void aMessageFitsItsSchemaExactlyWhenItPassesWhole(@ForAll long seed) {
        Submitted made = Worlds.of(seed).submitted();
        Submitted submitted = seed % 2 == 0 ? made : cleaned(made);
        Assume.that(submitted.message().persons().stream().allMatch(SchemaPropertiesTest::usesItsOrigin));
        // The eleven-test cannot be said in a schema.
        Assume.that(submitted.message().persons().stream()
                .noneMatch(person -> person.text("identity.bsn").equals("123456789")));
        // Nor that an answer sends what it says that it withholds.
        Assume.that(examined(submitted).removals().values().stream()
                .noneMatch(removal -> removal.code() == Code.ITEM_REFUSED));
        boolean whole = passesWhole(submitted);
        Statistics.collect(whole);
        Statistics.coverage(checker -> checker.check(true).percentage(p -> p > 8 && p < 80));

        assertThat(fits(message(submitted), MessageJson.of(submitted)))
                .as("seed %s", seed)
                .isEqualTo(whole);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void whatLeavesFitsThePublishedSchemaAndNothingElseDoes(@ForAll long seed) throws IOException {
        Worlds.World world = Worlds.of(seed);
        Optional<Outgoing> outgoing = world.decide().outgoing();
        Assume.that(outgoing.isPresent());
        JsonNode content = JSON.readTree(outgoing.get().payload());
        Submitted submitted = world.submitted();
        ObjectNode published =
                DeliverySchema.of(submitted.catalogue(), submitted.type(), capacity -> true, Language.EN);

        assertThat(fits(published, content)).isTrue();
        JsonNode changed = mutated(content, new Random(seed));
        assertThat(new OutgoingGuard().accepts(submitted, (ObjectNode) changed))
                .as("seed %s", seed)
                .isEqualTo(fits(DeliverySchema.of(submitted), changed));
    }

    @Property(tries = 600, shrinking = ShrinkingMode.OFF)
    void theGuardReadsASchemaAsEverybodyDoes(@ForAll long seed) {
        Submitted submitted = Worlds.of(seed).submitted();
        ObjectNode schema = MessageSchema.of(submitted.catalogue(), submitted.type(), capacity -> true, Language.NL);
        JsonNode message = mutated(MessageJson.of(submitted), new Random(seed));

        assertThat(new CompiledSchema(schema).accepts(message))
                .as("seed %s", seed)
                .isEqualTo(fits(schema, message));
    }

    @Test
    void theGuardLetsNoLineEndPassBehindAPattern() {
        CompiledSchema schema = new CompiledSchema(Keyword.text(Reference.TEXT));

        assertThat(schema.accepts(NODES.textNode("Z-1"))).isTrue();
        assertThat(schema.accepts(NODES.textNode("Z-1\n"))).isFalse();
    }

    @Test
    void theGuardRefusesASchemaThatItCannotRead() {
        ObjectNode schema = Keyword.type("string").put("minLength", 1);

        assertThatThrownBy(() -> new CompiledSchema(schema)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyTypeHasSchemasThatRefuse() {
        ObjectNode nothing = NODES.objectNode();
        Worlds.CATALOGUE.types().values().forEach(type -> {
            for (Language language : Language.values()) {
                assertThat(fits(MessageSchema.of(Worlds.CATALOGUE, type, capacity -> true, language), nothing))
                        .isFalse();
                ObjectNode delivery = DeliverySchema.of(Worlds.CATALOGUE, type, capacity -> true, language);
                assertThat(fits(delivery, nothing)).isFalse();
                assertThat(new CompiledSchema(delivery).accepts(nothing)).isFalse();
            }
        });
    }

    /** Without what the checks leave out of it. */
    private static Submitted cleaned(Submitted submitted) {
        Set<FieldRef> out = examined(submitted).removals().keySet();
        List<Person> persons = new ArrayList<>();
        for (Person person : submitted.message().persons()) {
            Map<String, JsonNode> fields = new LinkedHashMap<>(person.fields());
            fields.keySet().removeIf(path -> out.stream()
                    .anyMatch(ref -> ref.person().equals(person.ref()) && (ref.path() + ".").startsWith(path + ".")));
            persons.add(new Person(person.ref(), person.relation(), person.origin(), fields, Map.of()));
        }
        return Worlds.copy(submitted, Nature.TRANSFER, persons);
    }

    private static ObjectNode message(Submitted submitted) {
        return MESSAGES.computeIfAbsent(
                submitted.type().id(),
                id -> MessageSchema.of(submitted.catalogue(), submitted.type(), capacity -> true, Language.NL));
    }

    /** What the checks say that look at the message alone; registers that hold every fact. */
    private static boolean passesWhole(Submitted submitted) {
        Case examined = examined(submitted);
        boolean weighed = submitted.rule().secrecy().lift() != SecrecyLift.WEIGHING
                || submitted.message().circumstances().isWeighed();
        return examined.findings().stream()
                        .filter(Finding::isFailure)
                        .allMatch(failure -> failure.code() == Code.REQUEST_UNKNOWN)
                && examined.removals().values().stream().allMatch(removal -> onlyFinds(submitted, removal))
                && weighed
                && submitted.message().persons().stream().allMatch(person -> crosses(examined, person));
    }

    /** Left out because it is not for the receiver, but in order as what the person is found by. */
    private static boolean onlyFinds(Submitted submitted, Removal removal) {
        String path = removal.field();
        boolean notTheReceivers = removal.code() == Code.FIELD_NOT_ALLOWED || removal.code() == Code.BSN_NOT_ALLOWED;
        return notTheReceivers
                && submitted.message().persons().stream()
                        .filter(person -> person.ref().equals(removal.person()))
                        .filter(person ->
                                submitted.rule().fields().perRelation().containsKey(person.relation()))
                        .filter(person -> person.fields().containsKey(path))
                        .anyMatch(person -> finds(submitted, person, path));
    }

    private static boolean finds(Submitted submitted, Person person, String path) {
        JsonNode value = person.fields().get(path);
        Shape shape = new Shape(submitted.catalogue().fields().get(path));
        return switch (path) {
            case "identity.bsn" -> holdsBsn(submitted) && value.asText().matches("[0-9]{8,9}");
            case "identity.name", "identity.birthdate" ->
                shape.fits(value) && shape.strangers(value, member -> false).isEmpty();
            case "identity.address" ->
                shape.fits(value)
                        && shape.strangers(value, member -> Set.of("street", "city")
                                        .contains(member))
                                .isEmpty();
            default -> false;
        };
    }

    private static boolean holdsBsn(Submitted submitted) {
        return submitted
                        .catalogue()
                        .capacities()
                        .get(submitted.message().senderCapacity())
                        .bsn(submitted.rule().law())
                != BsnRight.NEVER;
    }

    private static Case examined(Submitted submitted) {
        Map<String, List<Fact>> facts = submitted.message().persons().stream()
                .collect(Collectors.toMap(Person::ref, person -> everyFact(submitted)));
        Map<String, SubjectIdentity> identities = submitted.message().persons().stream()
                .collect(Collectors.toMap(Person::ref, new Identities(TestPath.KEYS)::of));
        return new Case(
                        submitted,
                        identities,
                        Map.of(),
                        facts,
                        new Registers.Known(List.of(), List.of()),
                        Set.of(),
                        Optional.empty(),
                        List.of(),
                        Map.of())
                .examinedBy(List.of(
                        new ExchangeTypeCheck(),
                        new PurposeMatchCheck(),
                        new PreconditionCheck(),
                        new RequestCheck(),
                        new BsnCheck(),
                        new FieldCheck(),
                        new MinimumCheck()));
    }

    private static boolean crosses(Case input, Person person) {
        boolean control = input.message().circumstances().state(Statement.ENFORCEMENT);
        return person.fields().keySet().stream()
                .flatMap(path -> input.originsOf(person, path).stream())
                .allMatch(origin -> input.rule().nativeOrigins().contains(origin)
                        || input.catalogue()
                                .reuse(origin, input.rule().law())
                                .filter(cell -> cell.rule() != ReuseRule.NEVER)
                                .filter(cell -> !(control && cell.notForEnforcement()))
                                .isPresent());
    }

    private static List<Fact> everyFact(Submitted submitted) {
        SubjectIdentity anybody = new SubjectIdentity(Optional.empty(), Optional.empty());
        Stream<Map<String, String>> measures =
                Arrays.stream(Measure.values()).map(measure -> Map.of("measure", measure.name()));
        return Stream.concat(
                        Stream.of(fact(submitted, FactKind.COMMITMENT, anybody, Map.of())),
                        measures.map(detail -> fact(submitted, FactKind.LEGAL_MEASURE, anybody, detail)))
                .toList();
    }

    private static Fact fact(Submitted s, FactKind kind, SubjectIdentity subject, Map<String, String> detail) {
        return new Fact(
                s.transferId(),
                kind,
                subject,
                Optional.of(s.message().receiver()),
                detail,
                s.receivedAt(),
                Optional.empty());
    }

    /** A person without data, or whose origin says nothing because each field has its own, is judged by nobody. */
    private static boolean usesItsOrigin(Person person) {
        return !person.origins().keySet().containsAll(person.fields().keySet());
    }

    private static boolean fits(JsonNode schema, JsonNode value) {
        JsonSchema compiled = COMPILED.computeIfAbsent(schema, s -> SCHEMAS.getSchema(s, CONFIG));
        return compiled.validate(value.toString(), InputFormat.JSON).isEmpty();
    }

    private static JsonNode value(Random random, FieldRule rule, int depth) {
        int kind = random.nextInt(depth > 1 ? 4 : 8);
        return switch (kind) {
            case 0, 1 -> NODES.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 2 -> NODES.numberNode(random.nextInt(2000));
            case 3 -> random.nextBoolean() ? NODES.booleanNode(true) : NODES.nullNode();
            case 4, 5 -> object(random, rule, depth);
            default -> {
                ArrayNode list = NODES.arrayNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    list.add(value(random, rule, depth + 1));
                }
                yield list;
            }
        };
    }

    private static ObjectNode object(Random random, FieldRule rule, int depth) {
        ObjectNode object = NODES.objectNode();
        rule.members().stream()
                .filter(member -> random.nextBoolean())
                .forEach(member -> object.set(
                        member, random.nextInt(8) == 0 ? value(random, rule, depth + 1) : NODES.textNode("x")));
        return random.nextInt(6) == 0 ? object.put("stranger", 1) : object;
    }

    /** The eleven-test cannot be said in a schema. */
    private static boolean holdsNumber(JsonNode value) {
        return value.toString().contains("123456782");
    }

    /** One change somewhere: a member gone, added or of another kind. */
    private static JsonNode mutated(JsonNode original, Random random) {
        JsonNode copy = original.deepCopy();
        List<ObjectNode> objects = new ArrayList<>();
        collect(copy, objects);
        ObjectNode place = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>(new LinkedHashSet<>(
                place.properties().stream().map(Map.Entry::getKey).toList()));
        String name = names.isEmpty() ? "extra" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(6)) {
            case 0 -> place.remove(name);
            case 1 -> place.put("extra", "x");
            case 2 -> place.put(name, 7);
            case 3 -> place.putNull(name);
            case 4 -> place.put(name, TEXTS.get(random.nextInt(TEXTS.size())));
            default -> place.putArray(name).add(Origin.WAMS.name());
        }
        return copy;
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }
}
