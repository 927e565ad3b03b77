package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.catalogue.ObligationRule;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.TraceContext;
import nl.sluiswachter.kernel.crypto.Sha256;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.IdempotencyKey;
import nl.sluiswachter.transfer.Outgoing;

/** Decisions for the tables of the log, with only what a test names. */
public final class SomeAppending {

    private static final Oin SENDER = new Oin("00000099000000001000");

    private SomeAppending() {}

    static Appending of(UUID transfer, Instant at) {
        return new Appending(
                entry(transfer, at), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Appending withReceipt(UUID transfer, Instant at) {
        return new Appending(
                entry(transfer, at), Optional.empty(), Optional.of("receipt"), Optional.empty(), Optional.empty());
    }

    static Appending withImage(UUID transfer, Instant at, String version, String image) {
        return new Appending(
                entry(transfer, at),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Appending.Image(version, image)),
                Optional.empty());
    }

    static Appending withKey(UUID transfer, Instant at, String key) {
        IdempotencyKey once = new IdempotencyKey("POST /v1/transfers", Sha256.of(utf8(key)), Sha256.of(utf8("body")));
        return new Appending(
                entry(transfer, at),
                Optional.of(new Appending.Once(SENDER, once, 202, utf8("{}"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A permit with all that appears together with its entry, about one person. */
    static Appending whole(UUID transfer, Instant at, Outbox outbox) {
        Appending about = about(transfer, at, new SubjectKey(transfer));
        Outgoing outgoing = new Outgoing(
                transfer,
                at,
                "WMO_ALLOCATION",
                "DELIVER_PROVISION",
                SENDER,
                new Capacity("GEMEENTE_WMO"),
                new Oin("00000099000000002000"),
                new Capacity("WMO_AANBIEDER"),
                utf8("{}"),
                List.of(),
                TraceContext.continuing(Optional.empty()));
        return new Appending(
                about.entry(),
                withKey(transfer, at, transfer.toString()).once(),
                Optional.of("receipt"),
                Optional.of(new Appending.Image("sha256:0", "{}")),
                Optional.of(outbox.prepare(outgoing)),
                List.of(new Task(ObligationRule.HUMAN_REVIEW, Optional.empty())));
    }

    /** About somebody whom the message calls so. */
    static Appending about(String person, UUID transfer, Instant at) {
        EntryRow entry = entry(transfer, at);
        EntryRow about = new EntryRow(
                entry.entryId(),
                entry.recordedAt(),
                entry.kind(),
                entry.transferId(),
                entry.sender(),
                entry.receiver(),
                entry.exchangeType(),
                entry.outcome(),
                entry.reasons(),
                entry.seed(),
                entry.content(),
                List.of(new EntryRow.Subject(person, new SubjectKey(transfer))),
                entry.handles());
        return new Appending(about, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static EntryRow entry(UUID transfer, Instant moment) {
        Instant at = moment.truncatedTo(ChronoUnit.MICROS);
        return entry(transfer, at, decision(transfer, at));
    }

    /** Filed as a decision, which its entry does not say. */
    static Appending filedAsDecision(UUID transfer, Instant at) {
        ObjectNode other = decision(transfer, at).put("kind", "PARTY");
        return new Appending(
                entry(transfer, at, other), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** An entry of these bytes, whatever they are. */
    static Appending of(UUID transfer, Instant at, byte[] entry) {
        return new Appending(
                entry(transfer, at, Content.of(entry), EntryRow.Handles.NONE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static EntryRow entry(UUID transfer, Instant at, ObjectNode content) {
        return entry(transfer, at, Content.of(CanonicalJson.bytes(content)), handles(content));
    }

    private static EntryRow.Handles handles(ObjectNode said) {
        Optional<String> trace = Optional.ofNullable(said.get("traceId")).map(JsonNode::asText);
        return new EntryRow.Handles(Optional.empty(), Optional.empty(), trace.map(JdbcTransferLog::traceKey));
    }

    private static EntryRow entry(UUID transfer, Instant at, Content content, EntryRow.Handles handles) {
        return new EntryRow(
                transfer,
                at,
                LogKind.DECISION,
                Optional.of(transfer),
                Optional.of(SENDER.value()),
                Optional.empty(),
                Optional.of("WMO_ALLOCATION"),
                Optional.of("PERMIT"),
                List.of(),
                Optional.empty(),
                content,
                List.of(),
                handles);
    }

    /** A permit of which every text that an export tells, but for codes, is this one; no message could lead to it. */
    static Appending saying(String text, UUID transfer, Instant moment) {
        Instant at = moment.truncatedTo(ChronoUnit.MICROS);
        ObjectNode said = decision(transfer, at).put("purpose", text);
        said.putArray("findings")
                .addObject()
                .put("check", "FIELDS")
                .put("outcome", "LIMITED") // a permit fails nothing
                .put("code", "FIELDS_LEFT_OUT")
                .put("article", text);
        said.putArray("removed")
                .addObject()
                .put("person", text)
                .put("field", text)
                .put("code", "FIELD_NOT_ALLOWED")
                .put("article", text);
        ObjectNode person =
                said.putArray("persons").addObject().put("ref", text).put("relation", "SUBJECT");
        person.putObject("origins").putArray(text).add(text);
        person.putArray("delivered").add(text);
        return new Appending(
                entry(transfer, at, said), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ObjectNode decision(UUID transfer, Instant at) {
        ObjectNode said = JsonNodeFactory.instance
                .objectNode()
                .put("format", 1)
                .put("entryId", transfer.toString())
                .put("kind", "DECISION")
                .put("transferId", transfer.toString())
                .put("recordedAt", at.toString())
                .put("receivedAt", at.toString())
                .put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736")
                .put("spanId", "b7ad6b7169203331")
                .put("sender", SENDER.value())
                .put("senderCapacity", "GEMEENTE_WMO")
                .put("receiver", "(unknown)")
                .put("receiverCapacity", "WMO_AANBIEDER")
                .put("exchangeType", "WMO_ALLOCATION")
                .put("purpose", "DELIVER_PROVISION")
                .put("policyVersion", "sha256:0")
                .put("outcome", "PERMIT");
        List.of("findings", "remedies", "removed", "persons").forEach(said::putArray);
        return said;
    }

    /** A refusal for these reasons. */
    static Appending refused(UUID transfer, Instant moment, LogKind kind, List<String> reasons) {
        Instant at = moment.truncatedTo(ChronoUnit.MICROS);
        ObjectNode said = decision(transfer, at).put("kind", kind.name()).put("outcome", "DENY");
        if (kind == LogKind.CANARY) {
            ArrayNode objections = said.putArray("objections");
            reasons.forEach(reason -> objections.add("CONSENT " + reason));
            objections.add("REMOVED NOT_NECESSARY");
        } else {
            ArrayNode findings = said.putArray("findings");
            findings.addObject().put("outcome", "PASS").put("code", "SENDER_KNOWN");
            reasons.forEach(
                    reason -> findings.addObject().put("outcome", "FAIL").put("code", reason));
        }
        return of(transfer, at, kind, reasons, said);
    }

    /** A decision that was taken, as if it were about nobody. */
    static Appending of(Decided decided, UUID transfer, Instant moment) {
        Instant at = moment.truncatedTo(ChronoUnit.MICROS);
        DecisionEntry entry = new DecisionEntry(decided, Optional.empty());
        ObjectNode said = entry.toJson(transfer, at)
                .put("transferId", transfer.toString())
                .put("sender", SENDER.value())
                .put("exchangeType", "WMO_ALLOCATION");
        said.remove(List.of("receiver", "transactionId", "traceId"));
        return of(transfer, at, entry.kind(), JdbcTransferLog.reasons(decided), said);
    }

    private static Appending of(UUID transfer, Instant at, LogKind kind, List<String> reasons, ObjectNode said) {
        EntryRow row = new EntryRow(
                transfer,
                at,
                kind,
                Optional.of(transfer),
                Optional.of(SENDER.value()),
                Optional.empty(),
                Optional.of("WMO_ALLOCATION"),
                Optional.of(said.path("outcome").asText()),
                reasons,
                Optional.empty(),
                Content.of(CanonicalJson.bytes(said)),
                List.of(),
                kind == LogKind.CANARY ? EntryRow.Handles.NONE : handles(said));
        return new Appending(row, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A decision about one person in a case, with commitments to both. */
    static Appending about(UUID transfer, Instant moment, SubjectKey subject) {
        Instant at = moment.truncatedTo(ChronoUnit.MICROS);
        byte[] seed = Sha256.of(utf8("seed of " + transfer));
        ObjectNode content = decision(transfer, at);
        content.set(
                "commitments",
                new Commitments(seed)
                        .ofCase(Optional.of(transfer))
                        .subject("p1", List.of(subject))
                        .toJson());
        byte[] entry = CanonicalJson.bytes(content);
        EntryRow row = new EntryRow(
                transfer,
                at,
                LogKind.DECISION,
                Optional.of(transfer),
                Optional.of(SENDER.value()),
                Optional.empty(),
                Optional.of("WMO_ALLOCATION"),
                Optional.of("PERMIT"),
                List.of(),
                Optional.of(seed),
                Content.of(entry),
                List.of(new EntryRow.Subject("p1", subject)),
                new EntryRow.Handles(
                        Optional.of(transfer),
                        Optional.empty(),
                        handles(content).trace()));
        return new Appending(row, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
