package nl.sluiswachter.report;

import java.time.LocalDate;
import java.util.Optional;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.transferlog.search.Ground;
import nl.sluiswachter.transferlog.search.Place;

/**
 * Somebody gives a resident a report.
 *
 * @param subject the resident, by at least one key
 * @param from first day, in Dutch time
 * @param until last day
 * @param reference to the file in which the ground can be found; never a person
 * @param after where an earlier part of the same report ended
 * @param by who gives it, one of the municipality's own systems
 * @param officer who does it for that party; empty for a system
 * @param call what was called
 * @param form in which it is asked for, a code
 */
public record ReportRequest(
        SubjectIdentity subject,
        LocalDate from,
        LocalDate until,
        Language language,
        Ground ground,
        String reference,
        Optional<Place> after,
        Party by,
        Optional<String> officer,
        String call,
        String form) {

    /** The longest period of one report, in days: five years. */
    public static final int MOST_DAYS = 1_827;

    /** The most entries about the resident that one report tells: so many are laid out as PDF in a few seconds. */
    public static final int MOST_ENTRIES = 100;
}
