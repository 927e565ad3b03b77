package nl.sluiswachter.report;

import java.util.List;
import nl.sluiswachter.catalogue.Language;

/**
 * What the resident reads, before it is JSON, a page or a PDF. Every text is for people; nothing in it is markup.
 *
 * @param description in one sentence, for whoever cannot see the page
 * @param labels period, maker and the like
 */
public record ReportPage(
        Language language,
        String title,
        String description,
        List<Label> labels,
        List<String> opening,
        List<Section> sections) {

    public ReportPage {
        labels = List.copyOf(labels);
        opening = List.copyOf(opening);
        sections = List.copyOf(sections);
    }

    /** A name with what it says. */
    public record Label(String name, String value) {}

    /** {@code nl} or {@code en}. */
    public String tag() {
        return language == Language.EN ? "en" : "nl";
    }
}
