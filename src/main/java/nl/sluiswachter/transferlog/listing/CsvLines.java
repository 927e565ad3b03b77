package nl.sluiswachter.transferlog.listing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.sluiswachter.transferlog.lines.CsvLine;
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
        return CsvLine.of(
                COLUMNS.stream().map(column -> text(shown.get(column))).toList());
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("; "))
                : value.toString();
    }
}
