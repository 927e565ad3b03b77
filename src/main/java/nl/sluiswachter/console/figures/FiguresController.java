package nl.sluiswachter.console.figures;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.console.Download;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.lines.CsvLine;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How much was exchanged and refused, and how soon it was answered. No person is in it. */
@Controller
class FiguresController {

    private static final int MONTHS = 12;

    private final Counts counts;
    private final ActiveCatalogue catalogue;
    private final MessageSource messages;
    private final Clock clock;

    FiguresController(Counts counts, ActiveCatalogue catalogue, MessageSource messages, Clock clock) {
        this.counts = counts;
        this.catalogue = catalogue;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/console/figures")
    String page(@RequestParam MultiValueMap<String, String> asked, Locale locale, Model model) {
        Counted counted = counted(asked);
        ScopeForm form =
                ScopeForm.of(counted.scope(), counted.attribution().law(), counted.parties(), current(), locale);
        model.addAttribute("view", new FiguresWords(counted, messages, locale).view(form));
        return "console/figures";
    }

    /** Every figure, a line each. */
    @GetMapping("/console/figures/figures.csv")
    ResponseEntity<byte[]> file(@RequestParam MultiValueMap<String, String> asked, Locale locale) {
        Counted counted = counted(asked);
        FiguresWords words = new FiguresWords(counted, messages, locale);
        Stream<String> lines = counted.counts().stream().map(count -> line(count, words));
        return Download.table("sluiswachter-figures.csv", Stream.concat(Stream.of(CsvLine.of(headings(words))), lines));
    }

    private Counted counted(MultiValueMap<String, String> asked) {
        Catalogue law = catalogue.current();
        return counts.of(Scope.read(asked, law, current(), MONTHS), law);
    }

    private YearMonth current() {
        return YearMonth.now(clock.withZone(ZoneOffset.UTC));
    }

    private static List<String> headings(FiguresWords words) {
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
                        "answered",
                        "within",
                        "duty",
                        "times",
                        "done")
                .map(column -> words.word("figures.column." + column))
                .toList();
    }

    private static String line(Count count, FiguresWords words) {
        return CsvLine.of(List.of(
                count.month().toString(),
                words.title(count.type()),
                count.type(),
                words.law(count.law()),
                words.name(count.sender()),
                count.sender().value(),
                count.receiver().map(words::name).orElse(""),
                count.receiver().map(Oin::value).orElse(""),
                Long.toString(count.tally().permitted()),
                Long.toString(count.tally().refused()),
                count.reason().orElse(""),
                Long.toString(count.tally().answered()),
                count.within()
                        .map(within -> words.word("within." + within.name()))
                        .orElse(""),
                count.duty().map(Count.Duty::code).orElse(""),
                count.duty().map(duty -> Long.toString(duty.times())).orElse("0"),
                count.duty()
                        .filter(Count.Duty::review)
                        .map(duty -> Long.toString(duty.done()))
                        .orElse("")));
    }
}
