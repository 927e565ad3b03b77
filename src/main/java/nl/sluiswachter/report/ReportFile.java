package nl.sluiswachter.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A report as a file to hand over. */
public final class ReportFile {

    private static final JsonMapper JSON = new JsonMapper();

    private ReportFile() {}

    /** The page, in UTF-8. */
    public static byte[] html(ResidentReport report) {
        return HtmlReport.of(report.page());
    }

    /** The same as PDF, with the proof attached. */
    public static byte[] pdf(ResidentReport report) {
        return PdfReport.of(html(report), proof(report));
    }

    /** Its name, which says nothing about whom it is about. */
    public static String name(ResidentReport report, String suffix) {
        return (report.page().tag().equals("en") ? "overview-" : "overzicht-") + report.id() + "." + suffix;
    }

    private static byte[] proof(ResidentReport report) {
        try {
            return JSON.writeValueAsBytes(ReportProof.members(report));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The proof of a report cannot be written", e);
        }
    }
}
