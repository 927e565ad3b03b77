package nl.sluiswachter.transferlog.projection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.crypto.Sha256;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.RecordedDecision.Someone;

/** A decision as lines of the Logboek Dataverwerkingen: one for the exchange, and below it one per person. */
public final class LdvLines {

    private static final int SPAN_DIGITS = 16;

    private final Oin logbook;

    /** @param logbook the municipality that runs the gateway */
    public LdvLines(Oin logbook) {
        this.logbook = logbook;
    }

    /**
     * The main line and the lines of the persons.
     *
     * @param wanted of whom a line is given
     */
    public List<LdvLine> of(Logged logged, Predicate<List<SubjectKey>> wanted) {
        List<LdvLine> lines = new ArrayList<>();
        lines.add(line(logged, logged.spanId(), logged.parentSpanId(), common(logged)));
        for (Someone person : logged.decision().persons()) {
            if (wanted.test(logged.subjects().getOrDefault(person.ref(), List.of()))) {
                String span = span(logged.decision().transferId(), person.ref());
                lines.add(line(logged, span, Optional.of(logged.spanId()), about(logged, person)));
            }
        }
        return lines;
    }

    private LdvLine line(Logged logged, String span, Optional<String> parent, Map<String, Object> attributes) {
        return new LdvLine(
                logged.traceId(),
                span,
                parent,
                logged.decision().exchangeType(),
                logged.receivedAt(),
                logged.decision().recordedAt(),
                Map.of("attributes", Map.of("service.name", "sluiswachter", "gateway.oin", logbook.value())),
                attributes);
    }

    private static Map<String, Object> common(Logged logged) {
        RecordedDecision decision = logged.decision();
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(
                "dpl.core.processing_activity_id", Names.activity(decision.exchangeType(), decision.policyVersion()));
        attributes.put("gateway.transfer_id", decision.transferId().toString());
        attributes.put("gateway.transaction_id", logged.transactionId().toString());
        attributes.put("gateway.outcome", decision.permit() ? "PERMIT" : "DENY");
        attributes.put("gateway.dry_run", logged.dryRun());
        attributes.put("gateway.sender", decision.sender().value());
        decision.receiver().ifPresent(receiver -> attributes.put("gateway.receiver", receiver.value()));
        attributes.put("gateway.purpose", decision.purpose());
        attributes.put(
                "gateway.reasons",
                decision.reasons().stream()
                        .map(finding -> finding.code().name())
                        .distinct()
                        .toList());
        return attributes;
    }

    private static Map<String, Object> about(Logged logged, Someone person) {
        Map<String, Object> attributes = common(logged);
        logged.subject(person.ref()).ifPresent(subject -> {
            attributes.put("dpl.core.data_subject_id", subject.toString());
            attributes.put("dpl.core.data_subject_id_type", Names.SUBJECT_TYPE);
        });
        attributes.put("gateway.relation", person.relation().name());
        attributes.put("gateway.fields", person.delivered());
        return attributes;
    }

    /** From the transfer and the person's ref in its message, so that it is the same each time and says nothing of anybody. */
    static String span(UUID transferId, String ref) {
        return Sha256.hex(("sluiswachter/span/1 " + transferId + " " + ref).getBytes(StandardCharsets.UTF_8))
                .substring(0, SPAN_DIGITS);
    }
}
