package nl.sluiswachter.console.reporting;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.console.officers.OfficerNames;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.report.GivenReports;
import nl.sluiswachter.report.PartyNames;
import nl.sluiswachter.transferlog.search.Cursors;
import nl.sluiswachter.transferlog.search.Place;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Which reports were given: by whom, when and for which file, never about whom. */
@Controller
class GivenReportsController {

    private static final String PATH = "/console/report/given";
    private static final int AT_ONCE = 50;

    private final GivenReports reports;
    private final LookUps lookUps;
    private final OfficerNames officers;
    private final Cursors cursors;
    private final MessageSource messages;

    GivenReportsController(
            GivenReports reports, LookUps lookUps, OfficerNames officers, Cursors cursors, MessageSource messages) {
        this.reports = reports;
        this.lookUps = lookUps;
        this.officers = officers;
        this.cursors = cursors;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String given(
            @RequestParam(name = "after", defaultValue = "") String after,
            StatedGround stated,
            @ModelAttribute("officer") Officer officer,
            Locale locale,
            Model model) {
        Optional<Place> place = cursors.parse(after, lookUps.viewer());
        lookUps.record(officer, stated, "GET " + PATH, new TreeSet<>(), SubjectIdentity.UNKNOWN, Optional.empty());
        GivenReports.Some some = reports.list(place, AT_ONCE);
        PartyNames names = lookUps.names(
                some.readable().stream().flatMap(report -> report.by().stream()).toList(), messages, locale);
        OfficerNames.Called called = officers.of(some.readable().stream()
                .flatMap(report -> report.officer().stream())
                .toList());
        model.addAttribute(
                "view",
                new ReportView.History(
                        some.reports().stream()
                                .map(line -> line.given()
                                        .map(report -> line(line.at(), report, names, called, locale))
                                        .orElseGet(() -> ReportView.Line.damaged(Here.moment(line.at(), locale))))
                                .toList(),
                        some.next()
                                .map(next -> cursors.text(next, lookUps.viewer()))
                                .orElse("")));
        return "console/reports-given";
    }

    private static ReportView.Line line(
            Instant at, GivenReports.Given report, PartyNames names, OfficerNames.Called called, Locale locale) {
        return new ReportView.Line(
                false,
                Here.moment(at, locale),
                names.of(report.by()),
                report.officer().map(called::of).orElse(""),
                report.ground().name(),
                report.reference(),
                Here.day(report.from(), locale) + " - " + Here.day(report.until(), locale),
                report.language().name());
    }
}
