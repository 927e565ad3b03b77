package nl.sluiswachter.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.explanation.Paragraph;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.PersonEntries;

/** Tells of messages that they did not arrive, in the words of the report: no version of the law is needed for that. */
public final class Arrivals {

    private final PersonEntries entries;
    private final ReportWords words = ReportWords.load();

    Arrivals(PersonEntries entries) {
        this.entries = entries;
    }

    /** Why the message did not arrive, as the log has it; empty when it was refused, did, or may have, or still may. */
    public Optional<String> missed(RecordedDecision decision) {
        return Optional.ofNullable(missed(List.of(decision)).get(decision.transferId()));
    }

    /** The same for whoever has read what became of the message, whatever else is among it. */
    public static Optional<String> missedBy(List<Found> steps) {
        return Missed.reason(steps.stream()
                .filter(step -> PersonEntries.FOLLOWING.contains(step.kind()))
                .toList());
    }

    /** The same in a sentence. */
    public Optional<Paragraph> told(RecordedDecision decision, Language language) {
        return missed(decision).map(reason -> told(reason, language));
    }

    /** The same of each that did not arrive, by its transfer; read at once. */
    public Map<UUID, Paragraph> told(List<RecordedDecision> decisions, Language language) {
        Map<UUID, Paragraph> told = new HashMap<>();
        missed(decisions).forEach((transfer, reason) -> told.put(transfer, told(reason, language)));
        return told;
    }

    private Map<UUID, String> missed(List<RecordedDecision> decisions) {
        List<UUID> permits = decisions.stream()
                .filter(RecordedDecision::permit)
                .map(RecordedDecision::transferId)
                .toList();
        Map<UUID, List<Found>> events = entries.after(permits).stream()
                .collect(Collectors.groupingBy(
                        event -> UUID.fromString(event.text("transferId").orElseThrow())));
        Map<UUID, String> missed = new HashMap<>();
        events.forEach((transfer, some) -> Missed.reason(some).ifPresent(reason -> missed.put(transfer, reason)));
        return missed;
    }

    /** A reason why a message did not arrive, in a sentence. */
    public Paragraph told(String reason, Language language) {
        ReportWords said = words.in(language);
        return new Paragraph(
                said.of(ReportPhrase.ARRIVAL_HEADING), List.of(said.of(Missed.phrase(reason, true))), List.of());
    }
}
