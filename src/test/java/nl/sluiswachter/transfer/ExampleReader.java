package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.consent.ConsentScope;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.consent.Freedom;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.consent.RefusedRequest;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.facts.FactKind;
import nl.sluiswachter.kernel.Bsn;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.TraceContext;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyRef;
import nl.sluiswachter.party.PartyStatus;
import nl.sluiswachter.party.Side;

/** Turns a case into what the stages take. What a case leaves out has the value that permits. */
final class ExampleReader {
    static final Oin SENDER = new Oin("00000099000000001000");
    private static final Identities IDENTITIES = new Identities(TestPath.KEYS);

    private final CaseFile.Example example;
    private final Message message;

    ExampleReader(CaseFile.Example example) {
        this.example = example;
        this.message = message();
    }

    Submitted submitted() {
        ExchangeType type = example.catalogue().type(example.type()).orElseThrow();
        JsonNode parties = example.given().path("parties");
        Party sender = party(SENDER, message.senderCapacity(), parties.path("sender"));
        Party receiver = party(message.receiver(), message.receiverCapacity(), parties.path("receiver"));
        return new Submitted(
                new UUID(0x7000, 1),
                Instant.parse(example.at()),
                Nature.TRANSFER,
                sender,
                parties.path("receiver").path("unknown").asBoolean() ? Optional.empty() : Optional.of(receiver),
                example.catalogue(),
                type,
                type.rule(message.senderCapacity(), message.receiverCapacity(), message.purpose()),
                message,
                "digest",
                Optional.empty(),
                TraceContext.continuing(Optional.empty()),
                Optional.empty(),
                Language.NL,
                Duration.ZERO);
    }

    Registers registers() {
        List<Consent> consents = new ArrayList<>();
        example.given().path("consents").properties().forEach(c -> consents.add(consent(c.getKey(), c.getValue())));
        List<Fact> facts = new ArrayList<>();
        example.given().path("facts").properties().forEach(f -> facts.add(fact(f.getKey(), f.getValue())));
        List<RefusedRequest> refusals = new ArrayList<>();
        example.given().path("refusals").properties().forEach(r -> refusals.add(refusal(r.getKey(), r.getValue())));
        return new MemoryRegisters(consents, facts, refusals);
    }

    List<CheckName> broken() {
        return list(example.given().path("broken"), name -> CheckName.valueOf(name.asText()));
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Party party(Oin oin, Capacity acting, JsonNode node) {
        Set<Capacity> capacities = node.has("capacities")
                ? Set.copyOf(list(node.get("capacities"), value -> new Capacity(value.asText())))
                : Set.of(acting);
        PartyStatus status = PartyStatus.valueOf(node.path("status").asText("ACTIVE"));
        return new Party(oin, "party", Side.PARTNER, status, capacities, List.of(), Optional.empty());
    }

    private Message message() {
        JsonNode when = example.when();
        List<Person> persons = new ArrayList<>();
        when.required("persons").properties().forEach(p -> persons.add(person(p.getKey(), p.getValue())));
        return new Message(
                new Capacity(when.required("senderCapacity").asText()),
                new Oin(when.at("/receiver/oin").asText()),
                new Capacity(when.at("/receiver/capacity").asText()),
                when.required("purpose").asText(),
                text(when, "legalBasis"),
                when.path("necessity").asText(),
                text(when, "caseReference"),
                text(when, "replyTo").map(ExampleReader::id),
                circumstances(when.path("circumstances")),
                items(when.path("dataItems")),
                persons);
    }

    private static Circumstances circumstances(JsonNode node) {
        JsonNode weighing = node.path("weighing");
        JsonNode informed = node.path("informed");
        JsonNode request = node.path("request");
        return new Circumstances(
                Arrays.stream(Statement.values())
                        .filter(statement -> node.path(statement.member()).asBoolean())
                        .collect(Collectors.toSet()),
                weighing.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new Circumstances.Weighing(
                                weighing.path("considered").asBoolean(),
                                weighing.path("text").asText())),
                informed.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new Circumstances.Informed(
                                Circumstances.Informed.Status.valueOf(
                                        informed.path("status").asText()),
                                text(informed, "reason").orElse(null))),
                request.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new Circumstances.Question(
                                text(request, "question").orElse(null),
                                text(request, "nature").orElse(null),
                                text(request, "severity").orElse(null))));
    }

    private static List<DataItem> items(JsonNode list) {
        return list(
                list,
                node -> new DataItem(
                        node.required("field").asText(),
                        text(node, "purpose"),
                        text(node, "necessity"),
                        text(node, "outcome").map(DataItem.Outcome::valueOf),
                        text(node, "reason"),
                        list(node.path("conditions"), JsonNode::asText)));
    }

    /** What was asked earlier, by the name that {@code replyTo} gives it. */
    Requests requests() {
        Map<UUID, Requests.Asked> asked = new LinkedHashMap<>();
        example.given().path("requests").properties().forEach(r -> {
            Identities identities = new Identities(TestPath.KEYS);
            Set<SubjectKey> subjects = r.getValue().path("aboutAnother").asBoolean()
                    ? Set.of(TestPath.KEYS.of(new Bsn("111222333")))
                    : message.persons().stream()
                            .filter(person -> !r.getValue().path("aboutNobody").asBoolean())
                            .flatMap(person -> identities.of(person).keys().stream())
                            .collect(Collectors.toSet());
            asked.put(
                    id(r.getKey()),
                    new Requests.Asked(
                            r.getValue().required("exchangeType").asText(),
                            new Oin(r.getValue()
                                    .path("sender")
                                    .asText(message.receiver().value())),
                            new Capacity(r.getValue()
                                    .path("senderCapacity")
                                    .asText(message.receiverCapacity().code())),
                            new Oin(r.getValue().path("receiver").asText(SENDER.value())),
                            new Capacity(r.getValue()
                                    .path("receiverCapacity")
                                    .asText(message.senderCapacity().code())),
                            Set.copyOf(list(r.getValue().path("fields"), JsonNode::asText)),
                            subjects,
                            relations(r.getValue().path("relations"))));
        });
        return (id, from, to) -> Optional.ofNullable(asked.get(id));
    }

    /** Of the same persons, unless it is said. */
    private Set<Relation> relations(JsonNode stated) {
        return stated.isMissingNode()
                ? message.persons().stream().map(Person::relation).collect(Collectors.toSet())
                : Set.copyOf(list(stated, relation -> Relation.valueOf(relation.asText())));
    }

    static Person person(String ref, JsonNode node) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        node.required("data").properties().forEach(group -> {
            if (group.getValue() instanceof ObjectNode members) {
                members.properties()
                        .forEach(member -> fields.put(group.getKey() + "." + member.getKey(), member.getValue()));
            } else {
                fields.put(group.getKey(), group.getValue());
            }
        });
        Map<String, Set<Origin>> origins = new LinkedHashMap<>();
        node.path("origins").properties().forEach(o -> origins.put(o.getKey(), origins(o.getValue())));
        return new Person(
                ref,
                Relation.valueOf(node.required("relation").asText()),
                Origin.valueOf(node.required("origin").asText()),
                fields,
                origins);
    }

    private static Set<Origin> origins(JsonNode value) {
        List<JsonNode> names = value.isArray() ? list(value, item -> item) : List.of(value);
        return names.stream().map(name -> Origin.valueOf(name.asText())).collect(Collectors.toSet());
    }

    /** A consent for a type with several purposes names the one of the message, unless the case says for what it is. */
    private Optional<String> purposeOfMany(JsonNode consent) {
        boolean many = example.catalogue()
                        .type(example.type())
                        .orElseThrow()
                        .purposes()
                        .size()
                > 1;
        return many && !consent.has("exchangeTypes") ? Optional.of(message.purpose()) : Optional.empty();
    }

    private Consent consent(String name, JsonNode node) {
        Instant givenAt = Instant.parse(node.path("givenAt").asText("2026-11-01T09:00:00Z"));
        JsonNode by = node.path("givenBy");
        Optional<LocalDate> birthdate = text(node, "birthdate").map(LocalDate::parse);
        return new Consent(
                id(name),
                subject(node.path("subject")),
                ConsentKind.valueOf(node.path("kind").asText("PROCESSING")),
                node.has("purpose")
                        ? Set.of()
                        : node.has("exchangeTypes")
                                ? new TreeSet<>(list(node.get("exchangeTypes"), JsonNode::asText))
                                : Set.of(example.type()),
                text(node, "purpose").or(() -> purposeOfMany(node)),
                node.has("sender")
                        ? text(node, "sender")
                                .filter(s -> !s.equals("whoRegistered"))
                                .map(PartyRef::parse)
                        : Optional.of(new PartyRef.ByCapacity(message.senderCapacity())),
                node.has("receivers")
                        ? list(node.get("receivers"), value -> PartyRef.parse(value.asText()))
                        : List.of(new PartyRef.ByCapacity(message.receiverCapacity())),
                list(node.required("dataCategories"), JsonNode::asText),
                new Giver(
                        Giver.Relation.valueOf(by.path("relation").asText("SELF")),
                        text(by, "bsn").map(bsn -> TestPath.KEYS.of(new Bsn(bsn)))),
                givenAt,
                text(node, "validUntil").map(Instant::parse),
                freedom(node.path("freedom")),
                birthdate,
                node.path("adult").asBoolean(),
                ConsentState.valueOf(node.path("state").asText("GIVEN")),
                givenAt,
                new Oin(node.path("registeredBy").asText(SENDER.value())));
    }

    /** A request like a consent, but the answer was no; without {@code givenBy} nobody noted whose. */
    private RefusedRequest refusal(String name, JsonNode node) {
        Consent asked = consent(name, node);
        ConsentScope scope = new ConsentScope(
                asked.kind(),
                asked.exchangeTypes(),
                asked.purpose(),
                asked.sender(),
                asked.receivers(),
                asked.dataCategories(),
                asked.validUntil());
        return new RefusedRequest(
                asked.subject(),
                scope,
                Optional.of(asked.givenBy()).filter(by -> node.has("givenBy")),
                Instant.parse(node.path("refusedAt").asText("2026-10-15T09:00:00Z")),
                asked.registeredBy());
    }

    private static Freedom freedom(JsonNode node) {
        return new Freedom(
                node.path("initiatedByResident").asBoolean(true),
                node.path("benefitForResident").asBoolean(true),
                node.path("noDetrimentExplained").asBoolean(true),
                node.path("notUsedForEnforcement").asBoolean(true));
    }

    private Fact fact(String name, JsonNode node) {
        Map<String, String> detail = new LinkedHashMap<>();
        node.path("detail")
                .properties()
                .forEach(d -> detail.put(d.getKey(), d.getValue().asText()));
        return new Fact(
                id(name),
                FactKind.valueOf(node.required("kind").asText()),
                subject(node.path("subject")),
                text(node, "party").map(Oin::new),
                detail,
                Instant.parse(node.path("validFrom").asText("2026-01-01T00:00:00Z")),
                text(node, "validUntil").map(Instant::parse));
    }

    /** By default the first person, under every key that the message gives; {@code bsn} replaces or adds a number. */
    private SubjectIdentity subject(JsonNode node) {
        String like = node.path("like").asText(message.persons().get(0).ref());
        SubjectIdentity same = message.persons().stream()
                .filter(person -> person.ref().equals(like))
                .findFirst()
                .map(IDENTITIES::of)
                .orElseThrow();
        Optional<SubjectKey> set =
                node.path("otherSet").asBoolean() ? Optional.of(new SubjectKey(new UUID(0x5e7, 1))) : same.bySet();
        return new SubjectIdentity(
                text(node, "bsn").map(bsn -> TestPath.KEYS.of(new Bsn(bsn))).or(same::byBsn), set);
    }

    private static Optional<String> text(JsonNode node, String member) {
        return Optional.ofNullable(node.get(member)).filter(n -> !n.isNull()).map(JsonNode::asText);
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> reader) {
        List<T> values = new ArrayList<>();
        node.forEach(item -> values.add(reader.apply(item)));
        return values;
    }
}
