package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.consent.Freedom;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.TraceContext;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.party.PartyRef;

/**
 * Decides an image again by another catalogue: a message, persons and registers are made that are like those of then, and
 * the very stages of the path judge them. There is no second engine. Nothing can be delivered: it is a dry run.
 */
public final class Rehearsal {

    /** Whoever was not registered. */
    static final Oin NOBODY = new Oin("00000000000000000000");

    private static final ConsentStage CONSENT = new ConsentStage();
    private static final MinimiseStage MINIMISE = new MinimiseStage();

    /** Kept, because it remembers the schemas; what does not fit one is told by the summary. */
    private static final DecideStage DECIDE = new DecideStage(submitted -> {});

    private static final UUID SOME_TRANSFER = new UUID(0, 0);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final DecisionImage image;
    private final Instant receivedAt;
    private final LocalDate day;

    private Rehearsal(DecisionImage image) {
        this.image = image;
        this.receivedAt = Instant.parse(image.receivedAt());
        this.day = Days.of(receivedAt);
    }

    /** How the decision would have come out by this catalogue. */
    public static Outcome decide(DecisionImage image, Catalogue catalogue) {
        return catalogue
                .type(image.exchangeType())
                .map(type -> new Rehearsal(image).decide(catalogue, type))
                .orElseGet(Outcome::unknownType);
    }

    private Outcome decide(Catalogue catalogue, ExchangeType type) {
        return Outcome.of(judge(catalogue, type), ref -> ref.startsWith("p") ? ref : "");
    }

    /** What the stages say of a message that is like the image. */
    static Decided judge(DecisionImage image, Catalogue catalogue, ExchangeType type) {
        return new Rehearsal(image).judge(catalogue, type);
    }

    private Decided judge(Catalogue catalogue, ExchangeType type) {
        Lawful lawful = PurposeStage.judge(submitted(catalogue, type), identities(), found(), asked());
        return DECIDE.decide(MINIMISE.minimise(CONSENT.examine(lawful)));
    }

    private Submitted submitted(Catalogue catalogue, ExchangeType type) {
        Message message = message();
        return new Submitted(
                SOME_TRANSFER,
                receivedAt,
                Nature.DRY_RUN,
                StandIns.party(image.sender()).orElseThrow(),
                StandIns.party(image.receiver()),
                catalogue,
                type,
                type.rule(message.senderCapacity(), message.receiverCapacity(), message.purpose()),
                message,
                "",
                Optional.empty(),
                TraceContext.continuing(Optional.empty()),
                Optional.empty(),
                Language.NL,
                Duration.ZERO);
    }

    private Message message() {
        return new Message(
                new Capacity(image.sender().stated()),
                Optional.ofNullable(image.receiver().oin()).map(Oin::new).orElse(NOBODY),
                new Capacity(image.receiver().stated()),
                image.purpose(),
                Optional.ofNullable(image.legalBasis()),
                Likenesses.text(image.necessity(), day),
                Optional.empty(),
                image.replies() ? Optional.of(SOME_TRANSFER) : Optional.empty(),
                circumstances(image.circumstances()),
                image.items().stream().map(this::item).toList(),
                persons());
    }

    private DataItem item(DecisionImage.Item like) {
        return new DataItem(
                like.field(),
                like.purpose() ? Optional.of("x") : Optional.empty(),
                like.necessity() ? Optional.of("x") : Optional.empty(),
                Optional.ofNullable(like.outcome()),
                Optional.ofNullable(like.reason()),
                conditions(like));
    }

    /** The texts of an item stand in one condition; an item without words has none, as in a message. */
    private List<String> conditions(DecisionImage.Item like) {
        String texts = Likenesses.text(like.texts(), day);
        return texts.isBlank() ? List.of() : List.of(texts);
    }

    private Optional<Requests.Asked> asked() {
        return Optional.ofNullable(image.asked())
                .map(request -> new Requests.Asked(
                        request.exchangeType(),
                        new Oin(request.sender()),
                        new Capacity(request.senderCapacity()),
                        new Oin(request.receiver()),
                        new Capacity(request.receiverCapacity()),
                        request.fields(),
                        request.subjects().stream()
                                .flatMap(number -> StandIns.key(number).stream())
                                .collect(Collectors.toSet()),
                        request.relations() == null ? EnumSet.allOf(Relation.class) : request.relations()));
    }

    private Circumstances circumstances(DecisionImage.Circumstance stated) {
        boolean asked = stated.question() != null || stated.nature() != null || stated.severity() != null;
        return new Circumstances(
                stated.statements(),
                stated.weighed() ? Optional.of(new Circumstances.Weighing(true, "x")) : Optional.empty(),
                Optional.ofNullable(stated.informed())
                        .map(status -> new Circumstances.Informed(status, text(stated.informedStated()))),
                asked
                        ? Optional.of(new Circumstances.Question(
                                Likenesses.text(stated.question(), day),
                                Likenesses.text(stated.nature(), day),
                                Likenesses.text(stated.severity(), day)))
                        : Optional.empty());
    }

    private static String text(boolean present) {
        return present ? "x" : "";
    }

    private List<Person> persons() {
        List<Person> persons = new ArrayList<>();
        for (DecisionImage.Subject subject : image.persons()) {
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            subject.fields().forEach((path, like) -> fields.put(path, value(like)));
            persons.add(
                    new Person("p" + persons.size(), subject.relation(), subject.origin(), fields, subject.origins()));
        }
        return persons;
    }

    private JsonNode value(JsonNode like) {
        if (like.isObject()) {
            ObjectNode value = JSON.objectNode();
            like.properties().forEach(member -> value.set(member.getKey(), value(member.getValue())));
            return value;
        }
        if (like.isArray()) {
            ArrayNode value = JSON.arrayNode();
            like.forEach(item -> value.add(value(item)));
            return value;
        }
        return Likenesses.example(like.textValue(), day);
    }

    private Map<String, SubjectIdentity> identities() {
        Map<String, SubjectIdentity> identities = new HashMap<>();
        for (DecisionImage.Subject subject : image.persons()) {
            identities.put("p" + identities.size(), StandIns.identity(subject.number(), subject.set()));
        }
        return identities;
    }

    private Registers.Known found() {
        List<Consent> consents = new ArrayList<>();
        image.consents().forEach(permission -> consents.add(consent(permission, consents.size())));
        List<Fact> facts = new ArrayList<>();
        image.facts().forEach(registered -> facts.add(fact(registered, facts.size())));
        return new Registers.Known(consents, facts);
    }

    private Consent consent(DecisionImage.Permission like, int number) {
        return new Consent(
                new UUID(1, number),
                StandIns.identity(like.number(), like.set()),
                like.kind(),
                like.exchangeTypes(),
                Optional.ofNullable(like.purpose()),
                Optional.ofNullable(like.sender()).map(PartyRef::parse),
                like.receivers().stream().map(PartyRef::parse).toList(),
                like.dataCategories(),
                new Giver(like.giver(), StandIns.key(like.giverNumber())),
                like.givenAt(receivedAt, day),
                like.ended() ? Optional.of(receivedAt) : Optional.empty(),
                new Freedom(like.free(), like.free(), like.free(), like.free()),
                Optional.ofNullable(like.age()).map(age -> age.birthdate(day)),
                like.adult(),
                like.state(),
                receivedAt,
                new Oin(like.registeredBy()));
    }

    private Fact fact(DecisionImage.Registered like, int number) {
        return new Fact(
                new UUID(2, number),
                like.kind(),
                StandIns.identity(like.number(), like.set()),
                Optional.ofNullable(like.party()).map(Oin::new),
                like.detail(),
                receivedAt,
                Optional.empty());
    }
}
