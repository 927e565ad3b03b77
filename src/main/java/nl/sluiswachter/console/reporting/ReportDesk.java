package nl.sluiswachter.console.reporting;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.console.NotHere;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.console.person.KeptQuestion;
import nl.sluiswachter.console.work.Task;
import nl.sluiswachter.console.work.WorkOutcome;
import nl.sluiswachter.console.work.WorkResult;
import nl.sluiswachter.report.ReportFile;
import nl.sluiswachter.report.ReportPreview;
import nl.sluiswachter.report.ReportRequest;
import nl.sluiswachter.report.ResidentReport;
import nl.sluiswachter.report.ResidentReports;
import nl.sluiswachter.transferlog.search.Cursors;
import nl.sluiswachter.transferlog.search.Place;

/** Asks for reports on behalf of an officer, part by part: where a part begins is known once the one before it was made. */
final class ReportDesk {

    /** Parts of one report: ten thousand entries. */
    static final int MOST_PARTS = 100;

    private static final String PREVIEW = "GET /console/report/{ask}/{part}";
    private static final String PARTS = "parts";

    private final ResidentReports reports;
    private final LookUps lookUps;
    private final Cursors cursors;

    ReportDesk(ResidentReports reports, LookUps lookUps, Cursors cursors) {
        this.reports = reports;
        this.lookUps = lookUps;
        this.cursors = cursors;
    }

    /** Who asks, and why. */
    record Desk(Officer officer, StatedGround stated) {}

    /** What this part would say; where the next begins is kept with the question. */
    ReportPreview preview(KeptQuestion question, int part, Desk desk, HttpServletRequest session) {
        ReportPreview preview = reports.preview(request(question, part, desk, PREVIEW, "PREVIEW"));
        preview.next().ifPresent(place -> remember(question, part, place, session));
        return preview;
    }

    /** Makes a file of this part, by which it is given: from then on it stands in the log. */
    Task give(KeptQuestion question, int part, Desk desk) {
        ReportRequest request = request(question, part, desk, ResidentReports.CALL, "PDF");
        return steps -> {
            steps.done(0); // the last place to stop: what is given stands in the log
            ResidentReport report = reports.give(request);
            return WorkResult.of(WorkOutcome.READY, List.of())
                    .with(steps.file(
                            ReportFile.name(report, "pdf"),
                            "application/pdf",
                            file -> file.write(ReportFile.pdf(report))));
        };
    }

    private ReportRequest request(KeptQuestion question, int part, Desk desk, String call, String form) {
        Map<String, String> texts = question.texts();
        return new ReportRequest(
                question.subject(),
                LocalDate.parse(texts.get("from")),
                LocalDate.parse(texts.get("until")),
                Language.valueOf(texts.get("language")),
                desk.stated().ground(),
                texts.get("reference"),
                start(question, part),
                lookUps.municipality(),
                Optional.of(desk.officer().id()),
                call,
                form);
    }

    /** @throws NotHere for a part that nobody came to yet */
    private Optional<Place> start(KeptQuestion question, int part) {
        List<String> parts = parts(question);
        if (part == 1) {
            return Optional.empty();
        }
        if (part < 1 || part - 2 >= parts.size()) {
            throw new NotHere();
        }
        return Optional.of(cursors.parse(parts.get(part - 2), lookUps.viewer()).orElseThrow(NotHere::new));
    }

    private void remember(KeptQuestion question, int part, Place next, HttpServletRequest session) {
        List<String> parts = new ArrayList<>(parts(question));
        if (part - 1 == parts.size() && part < MOST_PARTS) {
            parts.add(cursors.text(next, lookUps.viewer()));
            question.with(Map.of(PARTS, String.join(" ", parts))).keep(session);
        }
    }

    private static List<String> parts(KeptQuestion question) {
        return Arrays.stream(question.texts().getOrDefault(PARTS, "").split(" "))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
