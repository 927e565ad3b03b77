package nl.sluiswachter.console.reporting;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.form.Typed;
import nl.sluiswachter.console.person.PersonForm;
import nl.sluiswachter.report.ReportRequest;

/** What is asked for a report, as it was typed. */
record ReportForm(PersonForm person, String from, String until, String language, String reference) {

    private static final int LONGEST = 64;
    private static final String DAY = "form.error.day";

    /** The last year, in the language that the reader reads. */
    static ReportForm fresh(LocalDate today, Language language, String reference) {
        return new ReportForm(
                PersonForm.empty(), today.minusYears(1).toString(), today.toString(), language.name(), reference);
    }

    static ReportForm of(HttpServletRequest request) {
        return new ReportForm(
                PersonForm.of(request),
                text(request, "from"),
                text(request, "until"),
                text(request, "language"),
                text(request, "reference"));
    }

    private static String text(HttpServletRequest request, String name) {
        return Typed.text(request.getParameter(name), LONGEST + 1);
    }

    /** What has to be kept besides the person; complains about what is wrong. */
    Map<String, String> texts(LocalDate today, FormErrors errors) {
        Optional<LocalDate> first = Typed.day(from, "from", DAY, errors);
        Optional<LocalDate> last = Typed.day(until, "until", DAY, errors);
        if (first.isPresent() && last.isPresent()) {
            period(first.get(), last.get(), today, errors);
        }
        if (Typed.choice(Language.class, language).isEmpty()) {
            errors.add("language", "report.error.language");
        }
        Typed.reference(reference, "reference", errors);
        return Map.of("from", from, "until", until, "language", language, "reference", reference);
    }

    private static void period(LocalDate first, LocalDate last, LocalDate today, FormErrors errors) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1) {
            errors.add("until", "form.error.order");
        } else if (last.isAfter(today)) {
            errors.add("until", "report.error.future");
        } else if (days > ReportRequest.MOST_DAYS) {
            errors.add("until", "report.error.long");
        }
    }
}
