package nl.sluiswachter.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.facts.FactKind;
import nl.sluiswachter.kernel.Bsn;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.kernel.TraceContext;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyStatus;
import nl.sluiswachter.party.Side;
import nl.sluiswachter.transfer.Circumstances;
import nl.sluiswachter.transfer.ConsentStage;
import nl.sluiswachter.transfer.DecideStage;
import nl.sluiswachter.transfer.Explanation;
import nl.sluiswachter.transfer.Message;
import nl.sluiswachter.transfer.MinimiseStage;
import nl.sluiswachter.transfer.Person;
import nl.sluiswachter.transfer.PurposeStage;
import nl.sluiswachter.transfer.Registers;
import nl.sluiswachter.transfer.Nature;
import nl.sluiswachter.transfer.Submitted;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One decision with its explanation: two persons, forty fields, look-ups in the registers left out. */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DecisionBenchmark {

    private static final Oin SENDER = new Oin("00000099000000001000");
    private static final Oin RECEIVER = new Oin("00000099000000002000");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int FIELDS_PER_PERSON = 20;

    private PurposeStage purpose;
    private final ConsentStage consent = new ConsentStage();
    private final MinimiseStage minimise = new MinimiseStage();
    private final DecideStage decide = new DecideStage(submitted -> {});
    private Submitted permitted;
    private Submitted refused;

    @Setup
    public void prepare() {
        Catalogue catalogue = new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
        SubjectKeys keys = new SubjectKeys(new byte[32]);
        Fact commitment = new Fact(
                UUID.randomUUID(),
                FactKind.COMMITMENT,
                new SubjectIdentity(Optional.of(keys.of(new Bsn("999993653"))), Optional.empty()),
                Optional.of(RECEIVER),
                Map.of(),
                Instant.EPOCH,
                Optional.empty());
        Registers registers = subjects -> new Registers.Known(List.of(), List.of(commitment));
        purpose = new PurposeStage(keys, registers, (id, from, to) -> Optional.empty());
        permitted = submitted(catalogue, catalogue.type("WMO_ALLOCATION").orElseThrow(), "DELIVER_PROVISION");
        refused = submitted(catalogue, catalogue.type("WMO_ALLOCATION").orElseThrow(), "SOMETHING_ELSE");
    }

    /** A permit that leaves fields out. */
    @Benchmark
    public ObjectNode permit() {
        return decision(permitted);
    }

    /** A refusal with its reasons and remedies. */
    @Benchmark
    public ObjectNode refusal() {
        return decision(refused);
    }

    private ObjectNode decision(Submitted submitted) {
        return new Explanation(decide.decide(minimise.minimise(consent.examine(purpose.examine(submitted))))).toJson();
    }

    private static Submitted submitted(Catalogue catalogue, ExchangeType type, String purpose) {
        Message message = new Message(
                new Capacity("GEMEENTE_WMO"),
                RECEIVER,
                new Capacity("WMO_AANBIEDER"),
                purpose,
                Optional.empty(),
                "Begeleiding start op 1 december",
                Optional.of("Z2026-00123"),
                Optional.empty(),
                Circumstances.NONE,
                List.of(),
                List.of(person(catalogue, "p1", Relation.SUBJECT), person(catalogue, "p2", Relation.CARER)));
        return new Submitted(
                UUID.randomUUID(),
                Instant.parse("2026-11-21T12:00:00Z"),
                Nature.TRANSFER,
                party(SENDER, Side.MUNICIPALITY, "GEMEENTE_WMO"),
                Optional.of(party(RECEIVER, Side.PARTNER, "WMO_AANBIEDER")),
                catalogue,
                type,
                type.rule(message.senderCapacity(), message.receiverCapacity(), purpose),
                message,
                "00",
                Optional.empty(),
                TraceContext.continuing(Optional.empty()),
                Optional.empty(),
                Language.NL,
                Duration.ZERO);
    }

    private static Person person(Catalogue catalogue, String ref, Relation relation) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        fields.put("identity.bsn", JSON.textNode(relation == Relation.SUBJECT ? "999993653" : "999990019"));
        fields.put("identity.name", JSON.objectNode().put("given", "Sanne").put("family", "de Vries"));
        fields.put("identity.birthdate", JSON.textNode("1984-03-12"));
        fields.put("care.indication", JSON.textNode("begeleiding individueel"));
        catalogue.fields().keySet().stream()
                .filter(path -> !fields.containsKey(path))
                .sorted()
                .limit(FIELDS_PER_PERSON - fields.size())
                .forEach(path -> fields.put(path, JSON.textNode("tekst")));
        return new Person(ref, relation, Origin.WMO, fields, Map.of());
    }

    private static Party party(Oin oin, Side side, String capacity) {
        return new Party(
                oin, "Voorbeeld", side, PartyStatus.ACTIVE, Set.of(new Capacity(capacity)), List.of(), Optional.empty());
    }
}
