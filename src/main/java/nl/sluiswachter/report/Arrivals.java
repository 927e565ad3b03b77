package nl.sluiswachter.report;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.explanation.Paragraph;
import nl.sluiswachter.transferlog.search.PersonEntries;

/** Tells of one message that it did not arrive, in the words of the report: no version of the law is needed for that. */
public final class Arrivals {

    private final PersonEntries entries;
    private final ReportWords words = ReportWords.load();

    Arrivals(PersonEntries entries) {
        this.entries = entries;
    }

    /** Why the message of a permit did not arrive, as the log has it; empty when it did, or may have, or still may. */
    public Optional<String> missed(UUID transferId) {
        return Missed.reason(entries.after(List.of(transferId)));
    }

    /** The same in a sentence. */
    public Paragraph told(String reason, Language language) {
        ReportWords said = words.in(language);
        return new Paragraph(
                said.of(ReportPhrase.ARRIVAL_HEADING), List.of(said.of(Missed.phrase(reason, true))), List.of());
    }
}
