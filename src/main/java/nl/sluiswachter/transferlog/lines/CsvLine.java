package nl.sluiswachter.transferlog.lines;

import java.util.List;
import java.util.stream.Collectors;

/** A line of a table (RFC 4180) that no spreadsheet takes for formulas. */
public final class CsvLine {

    /** The last four are what a spreadsheet of the east reads as the first four. */
    private static final String STARTS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvLine() {}

    /** The cells, each in quotes, and the end of the line. */
    public static String of(List<String> cells) {
        return of(cells, ",");
    }

    /** The same with something else than a comma between the cells. */
    public static String of(List<String> cells, String separator) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(separator)) + "\r\n";
    }

    /** A cell that could start a formula gets an apostrophe in front, which a spreadsheet takes for "text follows". */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" + text : text).replace("\"", "\"\"") + '"';
    }
}
