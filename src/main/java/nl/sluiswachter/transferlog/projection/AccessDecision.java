package nl.sluiswachter.transferlog.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transfer.Finding;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.RecordedDecision.Someone;

/**
 * A decision as a record of the Authorization Decision Log (FTV), with request and answer in the shape of AuthZEN. One record
 * per decision, permit or refusal alike; a refusal is no error.
 */
public final class AccessDecision {

    private final Oin gateway;

    /** @param gateway the municipality that runs the gateway */
    public AccessDecision(Oin gateway) {
        this.gateway = gateway;
    }

    /** The record. What it rests on is a reference, in attributes; what was asked and answered is in the body. */
    public Map<String, Object> of(Logged logged) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("trace_id", logged.traceId());
        record.put("span_id", logged.spanId());
        logged.parentSpanId().ifPresent(parent -> record.put("parent_span_id", parent));
        record.put("event_name", "adl.access_evaluation");
        record.put("timestamp", logged.decision().recordedAt().toEpochMilli());
        record.put("status", "Unset");
        record.put("attributes", attributes(logged));
        record.put(
                "resource",
                Map.of("attributes", Map.of("service.name", "sluiswachter", "gateway.oin", gateway.value())));
        record.put("body", body(logged));
        return record;
    }

    private static Map<String, Object> attributes(Logged logged) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(
                "adl.core.policies", List.of(Names.policy(logged.decision().policyVersion())));
        if (!logged.consents().isEmpty()) {
            attributes.put(
                    "adl.core.information",
                    logged.consents().stream().map(Names::consent).toList());
        }
        logged.transaction().ifPresent(id -> attributes.put("adl.fsc.transaction_id", id.toString()));
        attributes.put("gateway.dry_run", logged.dryRun());
        return attributes;
    }

    private static Map<String, Object> body(Logged logged) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("adl.core.request", request(logged));
        body.put("adl.core.response", response(logged.decision()));
        return body;
    }

    private static Map<String, Object> request(Logged logged) {
        RecordedDecision decision = logged.decision();
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("type", "organisatie");
        subject.put("id", decision.sender().value());
        subject.put(
                "properties", Map.of("hoedanigheid", decision.senderCapacity().orElse("")));
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("time", logged.receivedAt().toString());
        context.put("doelbinding", decision.purpose());
        context.put("grondslag", articles(decision));
        decision.receiver().ifPresent(receiver -> context.put("ontvanger", receiver.value()));
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("subject", subject);
        request.put("action", Map.of("name", decision.exchangeType()));
        request.put("resource", resource(logged));
        request.put("context", context);
        return request;
    }

    /** A message is about several persons at once: the transfer stands for them, each with a pseudonym of its own. */
    private static Map<String, Object> resource(Logged logged) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("type", "uitwisseling");
        resource.put("id", logged.decision().transferId().toString());
        List<Map<String, Object>> persons = logged.decision().persons().stream()
                .map(person -> person(logged, person))
                .toList();
        resource.put("properties", Map.of("betrokkenen", persons));
        return resource;
    }

    private static Map<String, Object> person(Logged logged, Someone person) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("ref", person.ref());
        logged.subject(person.ref()).map(SubjectKey::toString).ifPresent(id -> shown.put("id", id));
        shown.put("relatie", person.relation().name());
        shown.put("velden", person.submitted().stream().sorted().toList());
        return shown;
    }

    private static Map<String, Object> response(RecordedDecision decision) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put(
                "reasons",
                decision.reasons().stream()
                        .map(finding -> finding.code().name())
                        .distinct()
                        .toList());
        Map<String, Object> fields = new LinkedHashMap<>();
        decision.persons().forEach(person -> fields.put(person.ref(), person.delivered()));
        context.put("fields", fields);
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("decision", decision.permit());
        response.put("context", context);
        return response;
    }

    private static List<String> articles(RecordedDecision decision) {
        return decision.findings().stream().map(Finding::article).distinct().toList();
    }
}
