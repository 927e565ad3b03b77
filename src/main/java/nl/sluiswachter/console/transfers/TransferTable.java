package nl.sluiswachter.console.transfers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.console.Spreadsheet;
import nl.sluiswachter.transferlog.listing.PagedStream;
import nl.sluiswachter.transferlog.listing.ShownEntry;
import nl.sluiswachter.transferlog.search.Found;

/** Transfers as a table for a spreadsheet: what the page says in the words of its reader, and the codes beside it. */
final class TransferTable implements PagedStream.Lines {

    private static final List<String> COLUMNS = List.of(
            "recordedAt",
            "kind",
            "title",
            "exchangeType",
            "sender",
            "senderOin",
            "receiver",
            "receiverOin",
            "purpose",
            "outcome",
            "why",
            "reasons",
            "articles",
            "delivered",
            "removed",
            "transferId",
            "entryId",
            "entryHash");

    private final TransferWords words;
    private final Spreadsheet sheet;

    TransferTable(TransferWords words, Spreadsheet sheet) {
        this.words = words;
        this.sheet = sheet;
    }

    @Override
    public String heading() {
        return sheet.heading(COLUMNS.stream()
                .map(column -> words.word("transfers.file." + column))
                .toList());
    }

    @Override
    public String of(Found found) {
        Map<String, Object> shown = ShownEntry.of(found);
        return sheet.line(
                COLUMNS.stream().map(column -> cell(column, found, shown)).toList());
    }

    private String cell(String column, Found found, Map<String, Object> shown) {
        return switch (column) {
            case "recordedAt" -> words.sortable(found);
            case "kind" -> words.word("transfers.file.kind." + found.kind().name());
            case "title" -> found.text("exchangeType").map(words::type).orElse("");
            case "sender" -> words.party(text(shown.get("party")));
            case "senderOin" -> text(shown.get("party"));
            case "receiver" -> words.party(text(shown.get("receiver")));
            case "receiverOin" -> text(shown.get("receiver"));
            case "outcome" -> words.outcome(text(shown.get("outcome")));
            case "why" ->
                each(shown.get("reasons")).map(words::reason).distinct().collect(Collectors.joining("; "));
            default -> text(shown.get(column));
        };
    }

    /** Nobody reads a file before it is whole. */
    @Override
    public String progress(long entries, Instant backTo) {
        return "";
    }

    @Override
    public String end(long entries) {
        return sheet.line(List.of(words.word("transfers.file.end"), Long.toString(entries)));
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? each(list).collect(Collectors.joining("; "))
                : value == null ? "" : value.toString();
    }

    private static Stream<String> each(Object list) {
        return list instanceof List<?> some ? some.stream().map(String::valueOf) : Stream.empty();
    }
}
