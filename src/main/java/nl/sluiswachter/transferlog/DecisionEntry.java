package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.transfer.Circumstances;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.Decision;
import nl.sluiswachter.transfer.Finding;
import nl.sluiswachter.transfer.Message;
import nl.sluiswachter.transfer.Statement;
import nl.sluiswachter.transfer.Submitted;

/** The content of a decision's log entry: names, codes and paths. No value of the message and no person is in it. */
final class DecisionEntry {

    static final int FORMAT = 1;
    static final String UNKNOWN = "(unknown)";

    private final Decided decided;
    private final Submitted submitted;
    private final Optional<Commitments> commitments;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    /** @param commitments to what it may not say; none for a canary */
    DecisionEntry(Decided decided, Optional<Commitments> commitments) {
        this.commitments = commitments;
        this.decided = decided;
        this.submitted = decided.submitted();
    }

    ObjectNode toJson(UUID entryId, Instant recordedAt) {
        json.put("format", FORMAT);
        json.put("entryId", entryId.toString());
        json.put("recordedAt", recordedAt.toString());
        json.put("kind", kind().name());
        json.put("transferId", submitted.transferId().toString());
        submitted.message().replyTo().ifPresent(id -> json.put("replyTo", id.toString()));
        json.put("traceId", submitted.trace().traceId());
        json.put("spanId", submitted.trace().spanId());
        submitted.trace().parentSpanId().ifPresent(id -> json.put("parentSpanId", id));
        submitted.transaction().ifPresent(id -> json.put("transactionId", id.toString()));
        json.put("receivedAt", submitted.receivedAt().toString());
        parties();
        if (submitted.isCanary()) {
            return canary();
        }
        stated();
        outcome();
        waysOut();
        findings();
        removed();
        dataItems();
        persons();
        commitments.ifPresent(made -> json.set("commitments", made.to(decided).toJson()));
        return json;
    }

    /**
     * Canaries come all day, and what they state is always the same: of the findings only which checks objected, and why.
     */
    private ObjectNode canary() {
        json.put("outcome", decided.isPermit() ? "PERMIT" : "DENY");
        ArrayNode objections = json.putArray("objections");
        decided.findings().stream()
                .filter(Finding::isFailure)
                .map(finding -> finding.check() + " " + finding.code())
                .distinct()
                .forEach(objections::add);
        decided.removed().stream()
                .map(removal -> "REMOVED " + removal.code())
                .distinct()
                .forEach(objections::add);
        return json;
    }

    LogKind kind() {
        return switch (submitted.nature()) {
            case TRANSFER -> LogKind.DECISION;
            case DRY_RUN -> LogKind.DRY_RUN;
            case CANARY -> LogKind.CANARY;
        };
    }

    /** Who is not registered, and what is no capacity, is only marked: both could be any text. */
    private void parties() {
        Message message = submitted.message();
        json.put("sender", submitted.sender().oin().value());
        json.put("senderCapacity", known(message.senderCapacity()));
        json.put(
                "receiver",
                submitted.receiver().map(party -> party.oin().value()).orElse(UNKNOWN));
        json.put("receiverCapacity", known(message.receiverCapacity()));
        json.put("exchangeType", submitted.type().id());
        json.put("purpose", submitted.rule().purpose());
        json.put("policyVersion", submitted.catalogue().version());
    }

    private String known(Capacity capacity) {
        return submitted.catalogue().capacities().containsKey(capacity) ? capacity.code() : UNKNOWN;
    }

    /**
     * What the sender claimed and the checks relied on, so that the decision can be explained and rehearsed. A claim that
     * the catalogue does not know is only marked: it is free text.
     */
    private void stated() {
        Message message = submitted.message();
        boolean knownPurpose = submitted.catalogue().isPurpose(message.purpose());
        json.put("statedPurpose", knownPurpose ? message.purpose() : UNKNOWN);
        message.legalBasis()
                .map(basis -> submitted.catalogue().articleNamed(basis).orElse(UNKNOWN))
                .ifPresent(basis -> json.put("statedBasis", basis));
        json.put("necessityStated", !message.necessity().isBlank());
        circumstances(message.circumstances());
    }

    private void circumstances(Circumstances stated) {
        ObjectNode node = json.putObject("circumstances");
        for (Statement statement : Statement.values()) {
            node.put(statement.member(), stated.state(statement));
        }
        node.put("weighed", stated.isWeighed());
        node.put("asked", stated.request().isPresent());
        stated.informed()
                .ifPresent(informed -> node.put("informed", informed.status().name()));
    }

    private void outcome() {
        json.put("outcome", decided.isPermit() ? "PERMIT" : "DENY");
        if (decided.decision() instanceof Decision.Permit permit) {
            ArrayNode obligations = json.putArray("obligations");
            permit.obligations().forEach(o -> obligations
                    .addObject()
                    .put("code", o.code())
                    .put("due", o.due().toString())
                    .put("article", o.article()));
            ArrayNode consents = json.putArray("consents");
            decided.consents().forEach(id -> consents.add(id.toString()));
            ArrayNode givers = json.putArray("givers");
            decided.reliedOn().forEach(consent -> givers.addObject()
                    .put("consent", consent.id().toString())
                    .put("person", consent.person())
                    .put("byRepresentative", consent.byRepresentative()));
        }
    }

    /** Without the fields that a way out names: what a sender wrote is not repeated in the log. */
    private void waysOut() {
        ArrayNode list = json.putArray("remedies");
        decided.decision().waysOut().forEach(way -> {
            ObjectNode node = list.addObject().put("code", way.code());
            way.person().ifPresent(person -> node.put("person", person));
            way.call().ifPresent(call -> node.put("call", call));
        });
    }

    private void findings() {
        ArrayNode list = json.putArray("findings");
        for (Finding finding : decided.findings()) {
            ObjectNode node = list.addObject();
            node.put("check", finding.check().name());
            node.put("outcome", finding.outcome().name());
            node.put("code", finding.code().name());
            node.put("article", finding.article());
            finding.person().ifPresent(person -> node.put("person", person));
            finding.field().ifPresent(field -> node.put("field", field));
        }
    }

    private void removed() {
        ArrayNode list = json.putArray("removed");
        decided.removed().forEach(r -> list.addObject()
                .put("person", r.person())
                .put("field", r.known())
                .put("code", r.code().name())
                .put("article", r.article()));
    }

    /** Only paths of the vocabulary are left by now; purposes, reasons and conditions are free text and stay out. */
    private void dataItems() {
        decided.dataItems().forEach(item -> {
            ObjectNode node = json.withArray("dataItems").addObject().put("field", item.field());
            item.outcome().ifPresent(outcome -> node.put("outcome", outcome.name()));
        });
    }

    private void persons() {
        ArrayNode list = json.putArray("persons");
        submitted.message().persons().forEach(person -> {
            ObjectNode node = list.addObject();
            node.put("ref", person.ref());
            node.put("relation", person.relation().name());
            ObjectNode origins = node.putObject("origins");
            person.fields().keySet().stream()
                    .filter(submitted.catalogue().fields()::containsKey)
                    .forEach(path -> submitted.originsOf(person, path).stream()
                            .sorted()
                            .forEach(origin -> origins.withArray(path).add(origin.name())));
            ArrayNode fields = node.putArray("delivered");
            decided.delivered().getOrDefault(person.ref(), java.util.List.of()).forEach(fields::add);
        });
    }
}
