package nl.sluiswachter.transferlog.listing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.sluiswachter.transferlog.search.Found;

/** Entries as lines of a table (RFC 4180) that no spreadsheet takes for formulas. */
public final class CsvLines implements PagedStream.Lines {

    /** How it is served. */
    public static final String MEDIA_TYPE = "text/csv;charset=utf-8";

    private static final List<String> COLUMNS = List.of(
            "recordedAt",
            "kind",
            "transferId",
            "party",
            "receiver",
            "exchangeType",
            "purpose",
            "outcome",
            "reasons",
            "articles",
            "delivered",
            "removed",
            "entryId",
            "entryHash");

    /** The first line. */
    static final String HEADING = String.join(",", COLUMNS) + "\r\n";

    private static final String STARTS_FORMULA = "=+-@\t\r\n";

    @Override
    public String heading() {
        return HEADING;
    }

    @Override
    public String of(Found found) {
        return of(ShownEntry.of(found));
    }

    @Override
    public String progress(long entries, Instant backTo) {
        return "exportedSoFar," + entries + "," + backTo + "\r\n";
    }

    @Override
    public String end(long entries) {
        return "exportedEntries," + entries + "\r\n";
    }

    static String of(Map<String, Object> shown) {
        return COLUMNS.stream().map(column -> cell(text(shown.get(column)))).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("; "))
                : value.toString();
    }

    /** A cell that could start a formula gets an apostrophe in front, which a spreadsheet takes for "text follows". */
    static String cell(String text) {
        String safe = !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
