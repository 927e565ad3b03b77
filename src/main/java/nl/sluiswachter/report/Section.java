package nl.sluiswachter.report;

import java.util.List;

/**
 * A part of a report.
 *
 * @param table empty when it has none
 * @param items in order of time
 */
public record Section(Code code, String heading, List<String> sentences, List<Row> table, List<Item> items) {

    /** Which part; for programs. */
    public enum Code {
        SUMMARY,
        SHARED,
        REFUSED,
        ASKED,
        CONSENTS,
        FACTS,
        LOOKUPS,
        HOLDS,
        HELD_BACK,
        RIGHTS,
        PROOF
    }

    /** A row of a table; the first row names the columns. */
    public record Row(List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public Section {
        sentences = List.copyOf(sentences);
        table = List.copyOf(table);
        items = List.copyOf(items);
    }

    static Section text(Code code, String heading, List<String> sentences) {
        return new Section(code, heading, sentences, List.of(), List.of());
    }

    static Section items(Code code, String heading, List<String> sentences, List<Item> items) {
        return new Section(code, heading, sentences, List.of(), items);
    }
}
