package nl.sluiswachter.console;

import java.util.List;
import java.util.Locale;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.transferlog.lines.CsvLine;

/**
 * A table as the spreadsheet of the reader opens it: one that speaks Dutch takes a comma for the sign in a decimal number, and
 * puts a line with commas into one cell.
 */
public record Spreadsheet(String separator) {

    /** Without it a spreadsheet takes the text for another alphabet. */
    private static final String UTF8 = "\uFEFF";

    /** Of who reads this language. */
    public static Spreadsheet of(Locale locale) {
        return new Spreadsheet(Languages.of(locale) == Language.EN ? "," : ";");
    }

    /** The first line. */
    public String heading(List<String> cells) {
        return UTF8 + line(cells);
    }

    /** The cells, each in quotes and none of them a formula, and the end of the line. */
    public String line(List<String> cells) {
        return CsvLine.of(cells, separator);
    }
}
