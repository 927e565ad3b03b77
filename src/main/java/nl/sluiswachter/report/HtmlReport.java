package nl.sluiswachter.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import nl.sluiswachter.explanation.Paragraph;

/**
 * The report as one page: no script, nothing loaded from elsewhere, headings and tables as WCAG 2.2 asks, fit for print. Also
 * well-formed XML, because the PDF is made of the same bytes.
 */
public final class HtmlReport {

    private static final String STYLE = style();

    private final Markup out = new Markup();

    private HtmlReport() {}

    /** The page, in UTF-8. */
    public static byte[] of(ReportPage page) {
        HtmlReport report = new HtmlReport();
        report.document(page);
        return report.out.text().getBytes(StandardCharsets.UTF_8);
    }

    private void document(ReportPage page) {
        out.raw("<!DOCTYPE html>\n<html lang=\"" + page.tag() + "\" xml:lang=\"" + page.tag() + "\"><head>")
                .raw("<meta charset=\"utf-8\"/>")
                .raw("<meta http-equiv=\"Content-Security-Policy\""
                        + " content=\"default-src 'none'; style-src 'unsafe-inline'\"/>")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
                .raw("<meta name=\"description\" content=\"")
                .text(page.description())
                .raw("\"/>")
                .element("title", page.title())
                .raw("<style>" + STYLE + "</style></head><body><main>")
                .element("h1", page.title())
                .raw("<table class=\"labels\"><tbody>");
        page.labels().forEach(label -> out.raw("<tr><th scope=\"row\">")
                .text(label.name())
                .raw("</th><td>")
                .text(label.value())
                .raw("</td></tr>"));
        out.raw("</tbody></table>");
        sentences(page.opening());
        page.sections().forEach(this::section);
        out.raw("</main></body></html>\n");
    }

    private void section(Section section) {
        out.raw("<section class=\"" + section.code().name() + "\">").element("h2", section.heading());
        sentences(section.sentences());
        table(section.table());
        section.items().forEach(this::item);
        out.raw("</section>\n");
    }

    private void table(List<Section.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        out.raw("<table><thead><tr>");
        rows.get(0)
                .cells()
                .forEach(cell -> out.raw("<th scope=\"col\">").text(cell).raw("</th>"));
        out.raw("</tr></thead><tbody>");
        rows.subList(1, rows.size()).forEach(row -> {
            out.raw("<tr>");
            row.cells().forEach(cell -> out.raw("<td><bdi>").text(cell).raw("</bdi></td>"));
            out.raw("</tr>");
        });
        out.raw("</tbody></table>");
    }

    private void item(Item item) {
        out.raw("<article>").element("h3", item.heading());
        sentences(item.sentences());
        item.paragraphs().forEach(paragraph -> paragraph(paragraph, paragraph.goesOn(item.paragraphs())));
        item.number()
                .ifPresent(number ->
                        out.raw("<p class=\"number\">").text(number.sentence()).raw("</p>"));
        out.raw("</article>");
    }

    private void paragraph(Paragraph paragraph, boolean goesOn) {
        if (!goesOn) {
            out.element("h4", paragraph.heading());
        }
        sentences(paragraph.sentences());
        if (!paragraph.items().isEmpty()) {
            boolean names = paragraph.items().stream().noneMatch(item -> item.endsWith("."));
            out.raw(names ? "<ul class=\"names\">" : "<ul>");
            paragraph.items().forEach(item -> out.element("li", item));
            out.raw("</ul>");
        }
    }

    private void sentences(List<String> sentences) {
        if (!sentences.isEmpty()) {
            out.element("p", String.join(" ", sentences));
        }
    }

    private static String style() {
        try (InputStream file = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("/report/report.css"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The style of the report cannot be read", e);
        }
    }
}
