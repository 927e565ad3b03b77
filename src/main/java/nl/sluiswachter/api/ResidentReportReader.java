package nl.sluiswachter.api;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.report.ReportRequest;
import nl.sluiswachter.transfer.Reference;
import nl.sluiswachter.transferlog.search.Ground;
import nl.sluiswachter.transferlog.search.Place;

/** Reads for whom, of which period and why a resident's report is asked. */
final class ResidentReportReader {

    private static final int LONGEST_REFERENCE = 64;
    private static final int LONGEST_CURSOR = 200;

    private final SubjectReader subjects;

    ResidentReportReader(SubjectKeys keys) {
        this.subjects = new SubjectReader(keys);
    }

    /** @throws ProblemException 400 with everything that is wrong */
    ReportRequest read(Body body, Request request, ReportForm form) {
        Optional<SubjectReader.Subject> subject = subjects.read(body);
        Optional<LocalDate> from = body.required("from").date();
        Optional<LocalDate> until = body.required("until").date();
        period(body, from, until);
        Language language = body.optional("lang").isAbsent()
                ? Language.NL
                : body.optional("lang")
                        .matching("nl|en", "nl or en is expected.")
                        .map(text -> Language.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElse(Language.NL);
        Optional<Ground> ground = ground(body);
        Optional<String> reference = reference(body);
        Optional<Place> after = cursor(body.optional("cursor"));
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
                request.call(),
                form.name());
    }

    private static void period(Body body, Optional<LocalDate> from, Optional<LocalDate> until) {
        if (from.isEmpty() || until.isEmpty()) {
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

    static Optional<Ground> ground(Body body) {
        Optional<Ground> ground = body.required("ground").choice(Ground.class);
        if (ground.filter(Ground.LOGBOOK_READ::equals).isPresent()) {
            body.refuse("ground", "NOT_A_CHOICE", "One of the codes of the contract is expected.");
        }
        return ground;
    }

    static Optional<String> reference(Body body) {
        Member member = body.required("reference");
        return member.presentText(LONGEST_REFERENCE)
                .flatMap(text -> Reference.isValid(text)
                        ? Optional.of(text)
                        : member.refused(
                                "REFERENCE_EXPECTED", "Letters, digits and . _ : / - are expected, and no BSN."));
    }

    private static Optional<Place> cursor(Member member) {
        return member.presentText(LONGEST_CURSOR).flatMap(text -> Place.parse(text)
                .or(() ->
                        member.refused("NOT_A_CURSOR", "The nextCursor of an earlier answer is expected, unchanged.")));
    }
}
