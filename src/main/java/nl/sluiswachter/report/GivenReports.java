package nl.sluiswachter.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Ground;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.search.PersonEntries;
import nl.sluiswachter.transferlog.search.Place;

/** Which reports were given: by whom, when and for which file; never about whom, nor whether something was held back. */
public final class GivenReports {

    private final PersonEntries entries;

    GivenReports(PersonEntries entries) {
        this.entries = entries;
    }

    /**
     * A report that was given.
     *
     * @param by the party that gave it
     * @param officer who did it for that party; empty for a system
     * @param reference to the file
     */
    public record Given(
            Instant at,
            Optional<Oin> by,
            Optional<String> officer,
            Ground ground,
            String reference,
            LocalDate from,
            LocalDate until,
            Language language) {}

    /** Some of them, with the place where the next begin. */
    public record Some(List<Given> reports, Optional<Place> next) {

        public Some {
            reports = List.copyOf(reports);
        }
    }

    /**
     * The newest first.
     *
     * @throws LogDamaged when what tells of one of them was damaged
     */
    public Some list(Optional<Place> after, int limit) {
        Page page = entries.reports(after, limit);
        return new Some(
                page.entries().stream()
                        .map(Found::whole)
                        .map(GivenReports::given)
                        .toList(),
                page.next());
    }

    private static Given given(Found found) {
        return new Given(
                found.place().at(),
                found.text("party").filter(Oin::isValid).map(Oin::new),
                Optional.of(Telling.detail(found, ReportLog.OFFICER)).filter(officer -> !officer.isEmpty()),
                Ground.valueOf(Telling.detail(found, "ground")),
                Telling.detail(found, "reference"),
                LocalDate.parse(Telling.detail(found, "from")),
                LocalDate.parse(Telling.detail(found, "until")),
                Language.valueOf(Telling.detail(found, "language")));
    }
}
