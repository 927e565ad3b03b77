package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.FieldRule;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyRef;

/** Makes the image of a decision: only what the catalogue or a register knows keeps its name. */
public final class ImageOf {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BIRTHDATE = "identity.birthdate";

    private final Decided decided;
    private final Submitted submitted;
    private final Catalogue catalogue;
    private final Message message;
    private final StandIns standIns = new StandIns();
    private final Likenesses likenesses = new Likenesses();
    private final Map<String, String> refs = new HashMap<>();

    private ImageOf(Decided decided) {
        this.decided = decided;
        this.submitted = decided.submitted();
        this.catalogue = submitted.catalogue();
        this.message = submitted.message();
        message.persons().forEach(person -> refs.put(person.ref(), "p" + refs.size()));
    }

    /** The image of this decision. */
    public static DecisionImage decision(Decided decided) {
        return new ImageOf(decided).image();
    }

    private DecisionImage image() {
        Registers.Known found = decided.examined().found();
        boolean purposeKnown = catalogue.types().values().stream()
                .anyMatch(type -> type.purposes().contains(message.purpose()));
        return new DecisionImage(
                submitted.type().id(),
                submitted.receivedAt().toString(),
                actor(Optional.of(submitted.sender()), message.senderCapacity()),
                actor(submitted.receiver(), message.receiverCapacity()),
                purposeKnown ? message.purpose() : DecisionImage.UNKNOWN,
                message.legalBasis()
                        .map(basis -> catalogue.articleNamed(basis).orElse(DecisionImage.UNKNOWN))
                        .orElse(null),
                likenesses.of(message.necessity()),
                circumstances(message.circumstances()),
                message.replyTo().isPresent(),
                message.dataItems().stream().map(this::item).toList(),
                decided.examined().asked().map(this::asked).orElse(null),
                message.persons().stream().map(this::subject).toList(),
                found.consents().stream().map(this::permission).toList(),
                found.facts().stream()
                        .filter(fact -> fact.holdsAt(submitted.receivedAt()))
                        .map(this::registered)
                        .toList(),
                PurposeStage.isEntitled(submitted),
                Outcome.of(decided, ref -> refs.getOrDefault(ref, "")));
    }

    private DecisionImage.Actor actor(Optional<Party> party, Capacity stated) {
        boolean known = catalogue.capacities().containsKey(stated)
                || party.filter(p -> p.actsAs(stated)).isPresent();
        return new DecisionImage.Actor(
                party.map(p -> p.oin().value()).orElse(null),
                known ? stated.code() : DecisionImage.UNKNOWN,
                party.map(p -> p.capacities().stream().map(Capacity::code).collect(Collectors.toSet()))
                        .orElse(Set.of()),
                party.map(Party::isActive).orElse(false));
    }

    private DecisionImage.Circumstance circumstances(Circumstances stated) {
        Optional<Circumstances.Question> asked = stated.request();
        return new DecisionImage.Circumstance(
                stated.statements(),
                stated.isWeighed(),
                stated.informed().map(Circumstances.Informed::status).orElse(null),
                stated.informed().map(Circumstances.Informed::isStated).orElse(false),
                asked.map(q -> likenesses.of(q.question())).orElse(null),
                asked.map(q -> likenesses.of(q.nature())).orElse(null),
                asked.map(q -> likenesses.of(q.severity())).orElse(null));
    }

    private DecisionImage.Subject subject(Person person) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        Map<String, Set<Origin>> origins = new LinkedHashMap<>();
        person.fields().forEach((path, value) -> {
            if (catalogue.fields().containsKey(path)) {
                fields.put(path, path.equals(BIRTHDATE) ? birth(person, value) : likeness(path, value));
                origins.put(path, person.originsOf(path));
            } else {
                fields.put(masked(path), JSON.textNode(Likeness.WORD.name()));
            }
        });
        var identity = decided.identities().get(person.ref());
        return new DecisionImage.Subject(
                person.relation(),
                person.origin(),
                fields,
                origins,
                standIns.of(identity.byBsn()),
                standIns.of(identity.bySet()));
    }

    private DecisionImage.Item item(DataItem item) {
        return new DecisionImage.Item(
                catalogue.fields().containsKey(item.field()) ? item.field() : masked(item.field()),
                item.purpose().isPresent(),
                item.necessity().isPresent(),
                item.outcome().orElse(null),
                item.reason()
                        .map(reason -> DataItem.Refusal.has(reason) ? reason : DecisionImage.UNKNOWN)
                        .orElse(null),
                likenesses.of(String.join("\n", item.texts())));
    }

    private DecisionImage.Request asked(Requests.Asked asked) {
        return new DecisionImage.Request(
                asked.exchangeType(),
                text(asked.sender()),
                asked.senderCapacity().code(),
                text(asked.receiver()),
                asked.receiverCapacity().code(),
                asked.fields(),
                asked.subjects().stream()
                        .map(key -> standIns.of(Optional.of(key)))
                        .collect(Collectors.toSet()),
                asked.relations());
    }

    private String masked(String path) {
        String known = catalogue.knownPart(path);
        return known.isEmpty() ? Removal.MASKED : known + "." + Removal.MASKED;
    }

    private JsonNode birth(Person person, JsonNode value) {
        return Identities.birthdate(person)
                .<JsonNode>map(date ->
                        JSON.textNode(Likeness.ofBirth(date, submitted.day()).name()))
                .orElseGet(() -> likeness(BIRTHDATE, value));
    }

    /** Objects keep the names of members that the vocabulary has; of a list every different item is kept once. */
    private JsonNode likeness(String path, JsonNode value) {
        FieldRule rule = catalogue.fields().get(path);
        if (value.isObject()) {
            ObjectNode like = JSON.objectNode();
            value.properties()
                    .forEach(member -> like.set(
                            rule.members().contains(member.getKey()) ? member.getKey() : masked(member),
                            likeness(path, member.getValue())));
            return like;
        }
        if (value.isArray()) {
            Set<JsonNode> items = new LinkedHashSet<>();
            value.forEach(item -> items.add(likeness(path, item)));
            ArrayNode like = JSON.arrayNode();
            items.forEach(like::add);
            return like;
        }
        return JSON.textNode(likenesses.of(value));
    }

    /** A name with a dot in it reads as one more level, and is left out as such. */
    private static String masked(Map.Entry<String, JsonNode> member) {
        return member.getKey().contains(".") ? Removal.MASKED + "." + Removal.MASKED : Removal.MASKED;
    }

    private DecisionImage.Permission permission(Consent consent) {
        LocalDate day = submitted.day();
        return new DecisionImage.Permission(
                consent.kind(),
                consent.exchangeTypes(),
                consent.purpose().orElse(null),
                consent.sender().map(this::text).orElse(null),
                consent.receivers().stream().map(this::text).toList(),
                consent.dataCategories(),
                consent.givenBy().relation(),
                standIns.of(consent.givenBy().key()),
                !consent.givenAt().isAfter(submitted.receivedAt()),
                consent.validUntil()
                        .map(end -> !submitted.receivedAt().isBefore(end))
                        .orElse(false),
                consent.freedom().isConfirmed(),
                consent.birthdate().map(date -> Likeness.ofBirth(date, day)).orElse(null),
                consent.adult(),
                ConsentJudge.isOfAdult(consent),
                consent.state(),
                text(consent.registeredBy()),
                standIns.of(consent.subject().byBsn()),
                standIns.of(consent.subject().bySet()));
    }

    private DecisionImage.Registered registered(Fact fact) {
        return new DecisionImage.Registered(
                fact.kind(),
                fact.party().map(this::text).orElse(null),
                fact.detail(),
                standIns.of(fact.subject().byBsn()),
                standIns.of(fact.subject().bySet()));
    }

    private String text(PartyRef ref) {
        return ref instanceof PartyRef.ByOin one ? text(one.oin()) : ref.text();
    }

    /** An unregistered receiver's number could be anything, so the register entries that name it get its stand-in. */
    private String text(Oin oin) {
        boolean unregistered = submitted.receiver().isEmpty() && oin.equals(message.receiver());
        return unregistered ? Rehearsal.NOBODY.value() : oin.value();
    }
}
