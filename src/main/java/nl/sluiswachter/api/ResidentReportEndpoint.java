package nl.sluiswachter.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.report.Item;
import nl.sluiswachter.report.ReportFile;
import nl.sluiswachter.report.ReportPage;
import nl.sluiswachter.report.ReportProof;
import nl.sluiswachter.report.ReportRequest;
import nl.sluiswachter.report.ResidentReport;
import nl.sluiswachter.report.ResidentReports;
import nl.sluiswachter.report.Section;
import nl.sluiswachter.transferlog.search.Cursors;

/** {@code POST /v1/resident-reports}: what the log has about a resident, for the municipality to hand over. */
public final class ResidentReportEndpoint {

    private static final int OK = 200;

    /** Where the rest of a report begins, for who does not read JSON. */
    private static final String NEXT = "Next-Cursor";

    private final ResidentReports reports;
    private final ResidentReportReader reader;
    private final Cursors cursors;
    private final StrictJson json;

    ResidentReportEndpoint(ResidentReports reports, ResidentReportReader reader, Cursors cursors, StrictJson json) {
        this.cursors = cursors;
        this.reports = reports;
        this.reader = reader;
        this.json = json;
    }

    /** The report in the form that is preferred: JSON with proof, a page, or a PDF with the proof attached. */
    public Answer give(Request request) {
        Municipal.oin(request);
        ReportForm form = ReportForm.of(request.header("accept"));
        ReportRequest asked = reader.read(Body.of(json.read(request.body())), request, form);
        ResidentReport report = reports.give(asked);
        return switch (form) {
            case JSON -> Answer.json(OK, json.write(members(report)));
            case HTML -> file(form, "html", report, ReportFile.html(report));
            case PDF -> file(form, "pdf", report, ReportFile.pdf(report));
        };
    }

    private Answer file(ReportForm form, String suffix, ResidentReport report, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Disposition", "attachment; filename=\"" + ReportFile.name(report, suffix) + "\"");
        next(report).ifPresent(cursor -> headers.put(NEXT, cursor));
        return new Answer(OK, form.mediaType(), headers, body);
    }

    private Map<String, Object> members(ResidentReport report) {
        ReportPage page = report.page();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("reportId", report.id().toString());
        json.put("lang", page.tag());
        json.put("madeAt", report.madeAt().toString());
        json.put("from", report.request().from().toString());
        json.put("until", report.request().until().toString());
        json.put("reference", report.request().reference());
        json.put("title", page.title());
        json.put("labels", page.labels());
        json.put("opening", page.opening());
        json.put(
                "sections",
                page.sections().stream().map(ResidentReportEndpoint::section).toList());
        json.put("nextCursor", next(report).orElse(null));
        json.put("proof", ReportProof.members(report));
        return json;
    }

    private Optional<String> next(ResidentReport report) {
        return report.next()
                .map(place -> cursors.text(place, report.request().by().oin()));
    }

    private static Map<String, Object> section(Section section) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", section.code().name());
        json.put("heading", section.heading());
        json.put("sentences", section.sentences());
        json.put("table", section.table().stream().map(Section.Row::cells).toList());
        json.put(
                "items",
                section.items().stream().map(ResidentReportEndpoint::item).toList());
        return json;
    }

    private static Map<String, Object> item(Item item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", item.at().toString());
        json.put("heading", item.heading());
        item.number()
                .ifPresent(number -> json.put("transferId", number.transferId().toString()));
        json.put("sentences", item.sentences());
        json.put("paragraphs", item.paragraphs());
        return json;
    }
}
