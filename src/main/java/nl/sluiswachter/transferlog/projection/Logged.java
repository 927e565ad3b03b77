package nl.sluiswachter.transferlog.projection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.DecisionReader;
import nl.sluiswachter.transferlog.RecordedDecision;

/**
 * A decision in the log, with what the standards ask besides.
 *
 * @param receivedAt when the message came in
 * @param traceId 32 hex, {@code spanId} and {@code parentSpanId} 16 hex (W3C Trace Context)
 * @param transaction of Federated Service Connectivity, where the sender named one
 * @param dryRun whether nothing could be delivered
 * @param ofSafety whether some of its fields came from Veilig Thuis: those are kept from the resident
 * @param consents ids of those that a permit rests on
 * @param subjects by ref of the person, its keys; the first stands for the person
 */
public record Logged(
        RecordedDecision decision,
        UUID entryId,
        Instant receivedAt,
        String traceId,
        String spanId,
        Optional<String> parentSpanId,
        Optional<UUID> transaction,
        boolean dryRun,
        boolean ofSafety,
        List<String> consents,
        Map<String, List<SubjectKey>> subjects) {

    public Logged {
        consents = List.copyOf(consents);
        subjects = Map.copyOf(subjects);
    }

    /** Reads the entry of a decision or of a dry run. */
    public static Logged of(JsonNode entry, Map<String, List<SubjectKey>> subjects) {
        RecordedDecision decision = DecisionReader.read(entry);
        return new Logged(
                decision,
                UUID.fromString(entry.path("entryId").asText()),
                text(entry, "receivedAt").map(Instant::parse).orElse(decision.recordedAt()),
                entry.path("traceId").asText(),
                entry.path("spanId").asText(),
                text(entry, "parentSpanId"),
                text(entry, "transactionId").map(UUID::fromString),
                entry.path("kind").asText().equals("DRY_RUN"),
                ofSafety(entry),
                texts(entry.path("consents")),
                subjects);
    }

    /** That of the sender, else the transfer itself. */
    public UUID transactionId() {
        return transaction.orElse(decision.transferId());
    }

    /** The key that stands for a person; empty when too little is known of the person. */
    Optional<SubjectKey> subject(String ref) {
        return subjects.getOrDefault(ref, List.of()).stream().findFirst();
    }

    private static boolean ofSafety(JsonNode entry) {
        return entry.path("persons").findValues("origins").stream()
                .flatMap(origins -> StreamSupport.stream(origins.spliterator(), false))
                .flatMap(origins -> texts(origins).stream())
                .anyMatch(Origin.VT.name()::equals);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Optional<String> text(JsonNode entry, String member) {
        return Optional.ofNullable(entry.get(member)).map(JsonNode::asText);
    }
}
