package nl.sluiswachter.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.report.ReportRequest;
import nl.sluiswachter.transferlog.search.Cursors;
import nl.sluiswachter.transferlog.search.Ground;
import nl.sluiswachter.transferlog.search.Place;

/** Reads for whom, of which period and why a resident's report is asked. */
final class ResidentReportReader {

    private final SubjectReader subjects;
    private final Cursors cursors;
    private final Clock clock;

    ResidentReportReader(SubjectKeys keys, Cursors cursors, Clock clock) {
        this.subjects = new SubjectReader(keys);
        this.cursors = cursors;
        this.clock = clock;
    }

    /** @throws ProblemException 400 with everything that is wrong */
    ReportRequest read(Body body, Request request, ReportForm form) {
        Optional<SubjectReader.Subject> subject = subjects.read(body);
        Optional<LocalDate> from = body.required("from").date();
        LocalDate today = Days.of(clock.instant());
        Optional<LocalDate> until = body.optional("until").isAbsent()
                ? Optional.of(today)
                : body.optional("until").date();
        period(body, from, until, today);
        Language language = body.optional("lang").isAbsent()
                ? Language.NL
                : body.optional("lang")
                        .matching("nl|en", "nl or en is expected.")
                        .map(text -> Language.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElse(Language.NL);
        Optional<Ground> ground = GroundReader.ground(body);
        Optional<String> reference = body.required("reference").reference();
        Optional<Place> after =
                body.optional("cursor").cursor(cursors, request.caller().oin());
        body.check();
        return new ReportRequest(
                subject.orElseThrow().identity(),
                from.orElseThrow(),
                until.orElseThrow(),
                language,
                ground.orElseThrow(),
                reference.orElseThrow(),
                after,
                request.caller(),
                Optional.empty(),
                request.call(),
                form.name());
    }

    private static void period(Body body, Optional<LocalDate> from, Optional<LocalDate> until, LocalDate today) {
        if (from.isEmpty() || until.isEmpty()) {
            return;
        }
        if (until.get().isAfter(today)) {
            body.refuse("until", "PERIOD", "A day that has come is expected: nobody can tell of a later one.");
            return;
        }
        long days = ChronoUnit.DAYS.between(from.get(), until.get()) + 1;
        if (days < 1 || days > ReportRequest.MOST_DAYS) {
            body.refuse(
                    "until",
                    "PERIOD",
                    "A day not before from is expected, and a period of at most " + ReportRequest.MOST_DAYS + " days.");
        }
    }
}
