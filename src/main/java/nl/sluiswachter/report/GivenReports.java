package nl.sluiswachter.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Ground;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.search.PersonEntries;
import nl.sluiswachter.transferlog.search.Place;
import nl.sluiswachter.transferlog.tree.DamageAlarm;

/** Which reports were given: by whom, when and for which file; never about whom, nor whether something was held back. */
public final class GivenReports {

    private final PersonEntries entries;
    private final DamageAlarm alarm;

    GivenReports(PersonEntries entries, DamageAlarm alarm) {
        this.entries = entries;
        this.alarm = alarm;
    }

    /**
     * A report that was given.
     *
     * @param by the party that gave it
     * @param officer who did it for that party; empty for a system
     * @param reference to the file
     */
    public record Given(
            Optional<Oin> by,
            Optional<String> officer,
            Ground ground,
            String reference,
            LocalDate from,
            LocalDate until,
            Language language) {}

    /**
     * One in the list.
     *
     * @param given empty where what tells of it was damaged
     */
    public record Line(Instant at, Optional<Given> given) {}

    /** Some of them, with the place where the next begin. */
    public record Some(List<Line> reports, Optional<Place> next) {

        public Some {
            reports = List.copyOf(reports);
        }

        /** Those that can be read. */
        public List<Given> readable() {
            return reports.stream().flatMap(line -> line.given().stream()).toList();
        }
    }

    /** The newest first. An alarm tells what of it was damaged. */
    public Some list(Optional<Place> after, int limit) {
        Page page = entries.reports(after, limit);
        alarm.raise(page.damage());
        return new Some(page.entries().stream().map(GivenReports::line).toList(), page.next());
    }

    private static Line line(Found found) {
        return new Line(found.place().at(), found.isDamaged() ? Optional.empty() : Optional.of(given(found)));
    }

    private static Given given(Found found) {
        return new Given(
                found.text("party").filter(Oin::isValid).map(Oin::new),
                Optional.of(Telling.detail(found, ReportLog.OFFICER)).filter(officer -> !officer.isEmpty()),
                Ground.valueOf(Telling.detail(found, "ground")),
                Telling.detail(found, "reference"),
                LocalDate.parse(Telling.detail(found, "from")),
                LocalDate.parse(Telling.detail(found, "until")),
                Language.valueOf(Telling.detail(found, "language")));
    }
}
