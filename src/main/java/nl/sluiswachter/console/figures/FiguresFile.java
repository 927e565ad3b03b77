package nl.sluiswachter.console.figures;

import java.util.List;
import java.util.stream.Stream;
import nl.sluiswachter.console.Spreadsheet;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.figures.Due;

/** Figures as a table for a spreadsheet, in the reader's words. */
final class FiguresFile {

    private final FiguresWords words;
    private final Spreadsheet sheet;

    FiguresFile(FiguresWords words, Spreadsheet sheet) {
        this.words = words;
        this.sheet = sheet;
    }

    /** The headings and a line for each figure. */
    Stream<String> lines(List<FigureLine> figures) {
        return Stream.concat(
                Stream.of(sheet.heading(headings())), figures.stream().map(this::line));
    }

    private List<String> headings() {
        return Stream.of(
                        "month",
                        "title",
                        "type",
                        "law",
                        "sender",
                        "senderOin",
                        "receiver",
                        "receiverOin",
                        "permitted",
                        "refused",
                        "reason",
                        "reasonText",
                        "answered",
                        "within",
                        "duty",
                        "times",
                        "done")
                .map(column -> words.word("figures.column." + column))
                .toList();
    }

    private String line(FigureLine line) {
        return sheet.line(List.of(
                line.month().toString(),
                words.title(line.type()),
                line.type(),
                words.law(line.law()),
                words.name(line.sender()),
                line.sender().value(),
                line.receiver().map(words::name).orElse(""),
                line.receiver().map(Oin::value).orElse(""),
                Long.toString(line.tally().permitted()),
                Long.toString(line.tally().refused()),
                line.reason().orElse(""),
                line.reason().map(words::reason).orElse(""),
                Long.toString(line.tally().answered()),
                line.within()
                        .map(within -> words.word("within." + within.name()))
                        .orElse(""),
                line.duty().map(Due::code).orElse(""),
                line.duty().map(duty -> Long.toString(duty.transfers())).orElse("0"),
                line.duty()
                        .filter(Due::review)
                        .map(duty -> Long.toString(duty.done()))
                        .orElse("")));
    }
}
