package nl.sluiswachter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.party.Capacity;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the cases permit whole the sender's schema accepts; what a message alone can be refused for it refuses. */
class CaseSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final Set<Code> IN_THE_MESSAGE = EnumSet.of(
            Code.FIELD_NOT_ALLOWED,
            Code.FIELD_MALFORMED,
            Code.SOURCE_PROTECTED,
            Code.BSN_NOT_ALLOWED,
            Code.BSN_NOT_NECESSARY,
            Code.PURPOSE_INCOMPATIBLE,
            Code.JUSTIFICATION_MISSING,
            Code.IDENTITY_INCOMPLETE,
            Code.MINIMUM_MISSING,
            Code.USE_OTHER_CHANNEL,
            Code.PERSON_CAN_CONSENT,
            Code.ITEMS_MISSING,
            Code.ITEM_REASON_MISSING,
            Code.REPLY_TO_MISSING);

    /** What the check on requests says of the message alone. */
    private static final Set<Code> UNNAMED =
            EnumSet.of(Code.ITEMS_MISSING, Code.ITEM_REASON_MISSING, Code.REPLY_TO_MISSING);

    @TestFactory
    Stream<DynamicTest> agreesWithTheCases() {
        return CaseFile.all().stream()
                .flatMap(file -> file.examples().stream())
                .map(example -> DynamicTest.dynamicTest(example.type() + ": " + example.name(), () -> check(example)));
    }

    @Test
    void everyTypeHasACaseThatItsSchemaAccepts() {
        Set<String> accepted = new TreeSet<>();
        CaseFile.all().stream().flatMap(file -> file.examples().stream()).forEach(example -> {
            Submitted submitted = new ExampleReader(example).submitted();
            Submitted whole = withoutRemovals(submitted);
            if (schema(whole).validate(MessageJson.of(whole)).isEmpty()) {
                accepted.add(example.type());
            }
        });
        assertThat(accepted).containsAll(Worlds.CATALOGUE.types().keySet());
    }

    private static void check(CaseFile.Example example) throws IOException {
        ExampleReader reader = new ExampleReader(example);
        Submitted submitted = reader.submitted();
        Decided decided = new TestPath(reader.registers(), reader.requests()).decide(submitted);
        JsonSchema schema = schema(submitted);
        ObjectNode message = MessageJson.of(submitted);
        boolean faulty = Stream.concat(
                        decided.findings().stream()
                                .filter(Finding::isFailure)
                                // whether a register can know the person is no matter of the message alone
                                .filter(finding -> finding.check() != CheckName.IDENTITY)
                                .filter(finding ->
                                        finding.check() != CheckName.REQUEST || UNNAMED.contains(finding.code()))
                                .filter(finding -> finding.code() != Code.MINIMUM_MISSING || !refusesAll(submitted))
                                .map(Finding::code),
                        decided.removed().stream()
                                .filter(removal -> !SearchIdentity.FIELDS.contains(removal.field()))
                                .map(Removal::code))
                .anyMatch(IN_THE_MESSAGE::contains);
        if (faulty) {
            assertThat(schema.validate(message))
                    .as(
                            "%s %s",
                            decided.findings().stream()
                                    .filter(Finding::isFailure)
                                    .toList(),
                            decided.removed())
                    .isNotEmpty();
        } else if (decided.isPermit() && decided.removed().isEmpty()) {
            assertThat(schema.validate(message)).isEmpty();
            assertRefusesChanges(schema, message);
            assertThat(delivery(submitted)
                            .validate(JSON.readTree(
                                    decided.outgoing().orElseThrow().payload())))
                    .isEmpty();
        }
    }

    /** Whether all that was asked is among it is no matter of the message alone. */
    private static boolean refusesAll(Submitted submitted) {
        List<DataItem> items = submitted.message().dataItems();
        boolean named = submitted.message().persons().stream()
                .anyMatch(person -> person.fields().containsKey("identity.name"));
        return named && !items.isEmpty() && items.stream().allMatch(DataItem::isRefused);
    }

    private static void assertRefusesChanges(JsonSchema schema, ObjectNode message) {
        assertRefuses(schema, message, m -> m.put("purpose", "OTHER"));
        assertRefuses(schema, message, m -> m.put("necessity", " "));
        assertRefuses(schema, message, m -> m.put("senderCapacity", "NOBODY"));
        assertRefuses(schema, message, m -> m.put("extra", "x"));
        assertRefuses(schema, message, m -> m.remove("persons"));
        assertRefuses(schema, message, m -> ((ArrayNode) m.get("persons")).removeAll());
        assertRefuses(schema, message, m -> first(m).put("origin", "NOWHERE"));
        assertRefuses(schema, message, m -> data(m).putObject("hobby").put("chess", "x"));
        assertRefuses(
                schema, message, m -> data(m).withObjectProperty("identity").put("shoe_size", "43"));
        assertRefuses(
                schema, message, m -> data(m).withObjectProperty("identity").put("name", "Jansen"));
    }

    private static void assertRefuses(JsonSchema schema, ObjectNode message, Consumer<ObjectNode> change) {
        ObjectNode changed = message.deepCopy();
        change.accept(changed);
        assertThat(schema.validate(changed)).as(changed.toString()).isNotEmpty();
    }

    private static ObjectNode first(ObjectNode message) {
        return (ObjectNode) message.at("/persons/0");
    }

    private static ObjectNode data(ObjectNode message) {
        return (ObjectNode) message.at("/persons/0/data");
    }

    /** As its sender would send it again, after reading what was left out. */
    private static Submitted withoutRemovals(Submitted submitted) {
        List<Removal> removed = new TestPath(new MemoryRegisters(List.of(), List.of()))
                .decide(submitted)
                .removed();
        List<Person> persons = new ArrayList<>();
        for (Person person : submitted.message().persons()) {
            Map<String, JsonNode> fields = new LinkedHashMap<>(person.fields());
            removed.stream()
                    .filter(removal ->
                            removal.code() == Code.FIELD_NOT_ALLOWED || removal.code() == Code.BSN_NOT_ALLOWED)
                    .filter(removal -> removal.person().equals(person.ref()))
                    .forEach(removal -> fields.remove(removal.field()));
            persons.add(new Person(person.ref(), person.relation(), person.origin(), fields, person.origins()));
        }
        return Worlds.copy(submitted, Nature.TRANSFER, persons);
    }

    /** For the sender; who cannot send under the type at all has none, so that the one for everybody is taken. */
    private static JsonSchema schema(Submitted s) {
        Capacity sender = s.message().senderCapacity();
        boolean known = s.type().senders().contains(sender);
        return compiled(
                MessageSchema.of(s.catalogue(), s.type(), capacity -> !known || capacity.equals(sender), Language.EN));
    }

    private static JsonSchema delivery(Submitted s) {
        return compiled(
                DeliverySchema.of(s.catalogue(), s.type(), s.message().receiverCapacity()::equals, Language.EN));
    }

    private static JsonSchema compiled(JsonNode schema) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema, CONFIG);
    }
}
