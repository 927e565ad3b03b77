package nl.sluiswachter.transfer;

import static nl.sluiswachter.transfer.DataItem.Outcome.PROVIDED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.FieldRule;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.consent.Freedom;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.facts.FactKind;
import nl.sluiswachter.kernel.Bsn;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.TraceContext;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyRef;
import nl.sluiswachter.party.PartyStatus;
import nl.sluiswachter.party.Side;

/**
 * Makes messages and registers at random from one seed: mostly such as permit, each part sometimes such as refuses. Every
 * value that is submitted is one that occurs nowhere else, so that it can be recognised.
 */
final class Worlds {
    static final Catalogue CATALOGUE =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> PATHS = sorted(CATALOGUE.fields().keySet());
    private static final List<ExchangeType> TYPES = sorted(CATALOGUE.types().keySet()).stream()
            .map(id -> CATALOGUE.type(id).orElseThrow())
            .toList();
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Oin RECEIVER = new Oin("00000099000000002000");
    private static final List<String> NUMBERS =
            List.of("999993653", "111222333", "123456782", "999990019", "010464554");
    private static final List<String> HOSTILE_NAMES =
            List.of("Qansen", "999993653", "qansen", "Qan Jansen", "qan.jansen", "bsn_qansen", "__proto__", "");

    private static final List<String> HIDDEN = List.of(
            "bsn 9999.93.653",
            "111222333",
            "NL13 TEST 0123 4567 89",
            "06-12345678",
            "made@example.nl",
            "Qanstraat 12, 1234 AB",
            "van 10.30 tot 11.00");

    /** What makes the fields that are there for it hold what a text may hold as well. */
    private static final Map<String, String> OWN =
            Map.of("contact.phone", " 06-12345678", "contact.email", " made@example.nl");

    private final Random random;
    private final Map<String, ConsentGuide> guides = new LinkedHashMap<>();
    private int values;

    /** What the registers should know about one person. */
    private record ConsentGuide(SubjectIdentity subject, Optional<LocalDate> birthdate) {}

    /** A message and what is registered. */
    record World(Submitted submitted, List<Consent> consents, List<Fact> facts) {
        Decided decide() {
            return path().decide(submitted);
        }

        TestPath path() {
            return new TestPath(
                    new MemoryRegisters(consents, facts),
                    (id, from, to) -> Optional.of(asked(submitted.type(), submitted.message())));
        }

        World with(Submitted other) {
            return new World(other, consents, facts);
        }

        World withRegisters(List<Consent> someConsents, List<Fact> someFacts) {
            return new World(submitted, someConsents, someFacts);
        }

        World withPersons(List<Person> persons) {
            return with(Worlds.copy(submitted, submitted.nature(), persons));
        }

        World asDryRun() {
            return with(
                    Worlds.copy(submitted, Nature.DRY_RUN, submitted.message().persons()));
        }
    }

    private Worlds(long seed) {
        this.random = new Random(seed);
    }

    /** The world of this seed. */
    static World of(long seed) {
        return new Worlds(seed).world();
    }

    static Submitted copy(Submitted from, Nature nature, List<Person> persons) {
        Message old = from.message();
        Message message = new Message(
                old.senderCapacity(),
                old.receiver(),
                old.receiverCapacity(),
                old.purpose(),
                old.legalBasis(),
                old.necessity(),
                old.caseReference(),
                old.replyTo(),
                old.circumstances(),
                old.dataItems(),
                persons);
        return new Submitted(
                from.transferId(),
                from.receivedAt(),
                nature,
                from.sender(),
                from.receiver(),
                from.catalogue(),
                from.type(),
                from.rule(),
                message,
                from.requestDigest(),
                from.once(),
                from.trace(),
                from.transaction(),
                from.language(),
                from.patience());
    }

    /** The same message, to be decided by another catalogue. */
    static Submitted by(Submitted from, Catalogue catalogue) {
        Message message = from.message();
        ExchangeType type = catalogue.type(from.type().id()).orElseThrow();
        return new Submitted(
                from.transferId(),
                from.receivedAt(),
                from.nature(),
                from.sender(),
                from.receiver(),
                catalogue,
                type,
                type.rule(message.senderCapacity(), message.receiverCapacity(), message.purpose()),
                message,
                from.requestDigest(),
                from.once(),
                from.trace(),
                from.transaction(),
                from.language(),
                from.patience());
    }

    private World world() {
        ExchangeType type = pick(TYPES);
        ExchangeRule rule = pick(type.rules());
        List<Person> persons = new ArrayList<>();
        persons.add(person(rule, "p0", Relation.SUBJECT));
        for (int i = 1; i <= random.nextInt(3); i++) {
            persons.add(person(rule, "p" + i, pick(List.of(Relation.values()))));
        }
        Message message = message(type, rule, persons);
        return new World(submitted(type, message), consents(type), facts());
    }

    /** The request that the message may answer: most of what it holds was asked. */
    private static Requests.Asked asked(ExchangeType type, Message message) {
        Identities identities = new Identities(TestPath.KEYS);
        return new Requests.Asked(
                String.valueOf(type.answers()),
                message.receiver(),
                message.receiverCapacity(),
                ExampleReader.SENDER,
                message.senderCapacity(),
                PATHS.stream().filter(path -> path.hashCode() % 4 != 0).collect(Collectors.toSet()),
                message.persons().stream()
                        .flatMap(person -> identities.of(person).keys().stream())
                        .collect(Collectors.toSet()),
                message.persons().stream().map(Person::relation).collect(Collectors.toSet()));
    }

    private Message message(ExchangeType type, ExchangeRule rule, List<Person> persons) {
        return new Message(
                pick(sorted(rule.senders())),
                RECEIVER,
                pick(sorted(rule.receivers())),
                rarely() ? "ANOTHER_PURPOSE" : rule.purpose(),
                rarely() ? Optional.of(value()) : Optional.empty(),
                rarely() ? " " : text(),
                Optional.of(value()),
                random.nextInt(6) == 0 ? Optional.empty() : Optional.of(new UUID(7, 7)),
                new Circumstances(
                        statements(),
                        Optional.of(new Circumstances.Weighing(true, value())),
                        rarely()
                                ? Optional.empty()
                                : Optional.of(new Circumstances.Informed(
                                        Circumstances.Informed.Status.NOT_INFORMED, value())),
                        rarely() ? Optional.empty() : Optional.of(new Circumstances.Question(text(), value(), text()))),
                items(type),
                persons);
    }

    /** A request asks what its answer may hold; now and then anything is asked or spoken of. */
    private List<DataItem> items(ExchangeType type) {
        Optional<ExchangeType> answer = CATALOGUE.answerTo(type);
        if (answer.isPresent() && !rarely()) {
            return sorted(answer.get().rules().get(0).fields().perRelation().get(Relation.SUBJECT)).stream()
                    .filter(path -> random.nextInt(3) == 0)
                    .map(path -> new DataItem(
                            path,
                            Optional.of(text()),
                            Optional.of(value()),
                            Optional.empty(),
                            Optional.empty(),
                            List.of()))
                    .toList();
        }
        if (type.answers() != null && !rarely()) {
            return sorted(type.rules().get(0).fields().perRelation().get(Relation.SUBJECT)).stream()
                    .filter(path -> random.nextInt(3) == 0)
                    .map(this::answered)
                    .toList();
        }
        return rarely()
                ? List.of(new DataItem(
                        pick(PATHS),
                        Optional.of(value()),
                        Optional.of(value()),
                        Optional.empty(),
                        Optional.of(value()),
                        List.of(value())))
                : List.of();
    }

    /** Mostly without a word, as an answer that gives what was asked. */
    private DataItem answered(String path) {
        DataItem.Outcome outcome = random.nextInt(3) == 0 ? pick(List.of(DataItem.Outcome.values())) : PROVIDED;
        Optional<String> reason = outcome == PROVIDED
                ? Optional.empty()
                : Optional.of(
                        outcome == DataItem.Outcome.PARTLY
                                ? text()
                                : pick(List.of(DataItem.Refusal.values())).name());
        List<String> conditions = random.nextInt(4) == 0 ? List.of(text()) : List.of();
        return new DataItem(path, Optional.empty(), Optional.empty(), Optional.of(outcome), reason, conditions);
    }

    private Set<Statement> statements() {
        return Arrays.stream(Statement.values())
                .filter(statement -> random.nextBoolean())
                .collect(Collectors.toSet());
    }

    private Submitted submitted(ExchangeType type, Message message) {
        Party sender = party(ExampleReader.SENDER, message.senderCapacity());
        return new Submitted(
                new UUID(0x7000, 1),
                NOW,
                Nature.TRANSFER,
                sender,
                rarely() ? Optional.empty() : Optional.of(party(RECEIVER, message.receiverCapacity())),
                CATALOGUE,
                type,
                type.rule(message.senderCapacity(), message.receiverCapacity(), message.purpose()),
                message,
                "digest",
                Optional.empty(),
                TraceContext.continuing(Optional.empty()),
                Optional.empty(),
                pick(List.of(Language.values())),
                Duration.ZERO);
    }

    private static Party party(Oin oin, Capacity capacity) {
        return new Party(oin, "party", Side.PARTNER, PartyStatus.ACTIVE, Set.of(capacity), List.of(), Optional.empty());
    }

    private Person person(ExchangeRule rule, String ref, Relation relation) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        String number = NUMBERS.get(guides.size());
        LocalDate birthdate = LocalDate.of(2026, 11, 21).minusYears(pick(List.of(8, 11, 12, 15, 16, 17, 18, 40)));
        List<String> listed = sorted(rule.fields().perRelation().getOrDefault(relation, Set.of()));
        for (String path : listed) {
            if (!rarely()) {
                fields.put(path, value(path));
            }
        }
        for (int i = 0; i < random.nextInt(3); i++) {
            String path = pick(PATHS);
            fields.put(path, value(path));
        }
        if (random.nextBoolean()) {
            fields.put("identity.bsn", JSON.textNode(rarely() ? "123456789" : number));
        }
        if (!rarely()) {
            fields.put("identity.birthdate", JSON.textNode(birthdate.toString()));
        }
        for (int i = 0; i < random.nextInt(3); i++) {
            fields.put(hostilePath(), JSON.textNode(value()));
        }
        Map<String, Set<Origin>> origins = new LinkedHashMap<>();
        sorted(fields.keySet()).stream()
                .filter(path -> rarely())
                .forEach(path -> origins.put(path, Set.of(anyOrigin())));
        Origin origin = rarely() ? anyOrigin() : pick(sorted(rule.nativeOrigins()));
        Person person = new Person(ref, relation, origin, fields, origins);
        SubjectIdentity said = new Identities(TestPath.KEYS).of(person);
        guides.put(
                ref,
                new ConsentGuide(
                        new SubjectIdentity(Optional.of(TestPath.KEYS.of(new Bsn(number))), said.bySet()),
                        Optional.of(birthdate)));
        return person;
    }

    private Origin anyOrigin() {
        return pick(List.of(Origin.values()));
    }

    /** A path as the reader makes them: a made-up name, alone or below a group. */
    private String hostilePath() {
        String name = pick(HOSTILE_NAMES).replace(".", "");
        return random.nextBoolean() ? name : pick(List.of("identity", "health", "made", "Qansen")) + "." + name;
    }

    private JsonNode value(String path) {
        FieldRule rule = CATALOGUE.fields().get(path);
        if (rarely()) {
            return JSON.arrayNode().add(JSON.objectNode().put(pick(HOSTILE_NAMES), value()));
        }
        return switch (rule.kind()) {
            case TEXT -> JSON.textNode(text() + OWN.getOrDefault(path, ""));
            case CODE -> JSON.textNode(value());
            case BSN -> JSON.textNode(pick(NUMBERS));
            case DATE -> JSON.textNode("1903-01-17");
            case OBJECT -> object(rule);
            case LIST -> JSON.arrayNode().add(rule.members().isEmpty() ? JSON.textNode(text()) : object(rule));
        };
    }

    private ObjectNode object(FieldRule rule) {
        ObjectNode node = JSON.objectNode();
        rule.members().forEach(member -> node.put(member, value()));
        if (rarely()) {
            node.put(pick(HOSTILE_NAMES), value());
        }
        return node;
    }

    private List<Consent> consents(ExchangeType type) {
        List<Consent> consents = new ArrayList<>();
        guides.values().forEach(guide -> {
            for (ConsentKind kind : ConsentKind.values()) {
                for (Giver.Relation giver : Giver.Relation.values()) {
                    if (!rarely()) {
                        consents.add(consent(type, guide, kind, giver, consents.size()));
                    }
                }
            }
        });
        return consents;
    }

    private Consent consent(ExchangeType type, ConsentGuide guide, ConsentKind kind, Giver.Relation giver, int nr) {
        List<String> categories =
                PATHS.stream().filter(path -> random.nextInt(4) > 0).toList();
        return new Consent(
                new UUID(1, nr),
                guide.subject(),
                kind,
                rarely() ? Set.of("ANOTHER") : Set.of(type.id()),
                Optional.empty(),
                Optional.empty(),
                List.of(new PartyRef.ByOin(RECEIVER)),
                categories,
                new Giver(giver, Optional.of(TestPath.KEYS.of(new Bsn(pick(NUMBERS))))),
                NOW.minusSeconds(60),
                rarely() ? Optional.of(NOW) : Optional.empty(),
                new Freedom(true, true, true, !rarely()),
                guide.birthdate(),
                false,
                rarely() ? ConsentState.WITHDRAWN : ConsentState.GIVEN,
                NOW.minusSeconds(60),
                ExampleReader.SENDER);
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        guides.values().forEach(guide -> {
            if (!rarely()) {
                facts.add(fact(guide, FactKind.COMMITMENT, facts.size()));
            }
            for (FactKind kind : FactKind.values()) {
                if (random.nextInt(30) == 0) {
                    facts.add(fact(guide, kind, facts.size()));
                }
            }
        });
        return facts;
    }

    private static Fact fact(ConsentGuide guide, FactKind kind, int nr) {
        return new Fact(
                new UUID(2, nr),
                kind,
                guide.subject(),
                kind == FactKind.COMMITMENT ? Optional.of(RECEIVER) : Optional.empty(),
                Map.of(),
                NOW.minusSeconds(60),
                Optional.empty());
    }

    /** Every submitted text begins with the same rare letters. */
    private String value() {
        return "Qz" + values++ + "Waarde";
    }

    /** Such a text, now and then with a number or an address in it. */
    private String text() {
        return random.nextInt(6) == 0 ? value() + " " + pick(HIDDEN) + " Qz" : value();
    }

    private boolean rarely() {
        return random.nextInt(30) == 0;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Sets have no order of their own; the same seed must give the same world. */
    private static <T> List<T> sorted(Set<T> set) {
        return set.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }
}
