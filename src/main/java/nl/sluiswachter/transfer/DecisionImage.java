package nl.sluiswachter.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.facts.FactKind;

/**
 * All that the checks looked at when they decided, without a value of the message and without an identity: enough to
 * decide again by another catalogue. Values are replaced by what they are like ({@link Likenesses}), persons and their keys
 * by numbers that mean nothing outside the image, ages by their band, names that a sender made up by a mark.
 *
 * @param receivedAt ISO 8601, UTC
 * @param replies whether the message says which request it answers
 * @param asked that request, where one was found; null otherwise
 * @param registersRead whether the registers were looked into at all
 */
public record DecisionImage(
        String exchangeType,
        String receivedAt,
        Actor sender,
        Actor receiver,
        String purpose,
        String legalBasis,
        String necessity,
        Circumstance circumstances,
        boolean replies,
        List<Item> items,
        Request asked,
        List<Subject> persons,
        List<Permission> consents,
        List<Registered> facts,
        boolean registersRead,
        Outcome outcome) {

    /** What stands for something that may not be kept, because it could be any text. */
    static final String UNKNOWN = "UNKNOWN";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** OIN of the party that sent the message. */
    public String senderOin() {
        return sender.oin();
    }

    /** Codes and numbers only. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An image can always be written", e);
        }
    }

    /** An image that was kept. */
    public static DecisionImage read(String json) {
        try {
            return JSON.readValue(json, DecisionImage.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept image cannot be read by this version of the gateway", e);
        }
    }

    /**
     * Sender or receiver.
     *
     * @param oin of a registered party; null for anybody else
     * @param stated the capacity that the message names
     * @param capacities those of the register
     */
    record Actor(String oin, String stated, Set<String> capacities, boolean active) {}

    /**
     * What was stated: whether it was, and what the texts are like that the receiver may read.
     *
     * @param informed status; null when absent
     */
    record Circumstance(
            Set<Statement> statements,
            boolean weighed,
            Circumstances.Informed.Status informed,
            boolean informedStated,
            String question,
            String nature,
            String severity) {}

    /**
     * A person.
     *
     * @param fields likeness of each value by known path, members of objects and items of lists apart
     * @param number stand-in for the key by BSN; null for none
     * @param set stand-in for the key by identity set; null for none
     */
    record Subject(
            Relation relation,
            Origin origin,
            Map<String, JsonNode> fields,
            Map<String, Set<Origin>> origins,
            Integer number,
            Integer set) {}

    /**
     * An item that a request asks for or an answer speaks of.
     *
     * @param reason why it is not given, one of {@link DataItem.Refusal}; {@link #UNKNOWN} in words, null for none
     */
    record Item(
            String field, boolean purpose, boolean necessity, DataItem.Outcome outcome, String reason, String texts) {}

    /**
     * An earlier request.
     *
     * @param subjects stand-ins for keys
     * @param relations of the persons that it named; null where that was not kept
     */
    record Request(
            String exchangeType,
            String sender,
            String senderCapacity,
            String receiver,
            String receiverCapacity,
            Set<String> fields,
            Set<Integer> subjects,
            Set<Relation> relations) {}

    /**
     * A consent that was found.
     *
     * @param ofAdult whether it was given when the person was of age
     */
    record Permission(
            ConsentKind kind,
            Set<String> exchangeTypes,
            String purpose,
            String sender,
            List<String> receivers,
            List<String> dataCategories,
            Giver.Relation giver,
            Integer giverNumber,
            boolean begun,
            boolean ended,
            boolean free,
            Likeness age,
            boolean adult,
            boolean ofAdult,
            ConsentState state,
            String registeredBy,
            Integer number,
            Integer set) {

        /** What was given for a child was given as early as can be, so that it stays a child's when the child is of age. */
        Instant givenAt(Instant receivedAt, LocalDate day) {
            if (!begun) {
                return receivedAt.plusSeconds(1);
            }
            return Optional.ofNullable(age)
                    .filter(band -> !ofAdult)
                    .map(band ->
                            band.birthdate(day).atStartOfDay(ZoneOffset.UTC).toInstant())
                    .filter(birth -> birth.isBefore(receivedAt))
                    .orElse(receivedAt);
        }
    }

    /** A fact that was found and held. */
    record Registered(FactKind kind, String party, Map<String, String> detail, Integer number, Integer set) {}
}
