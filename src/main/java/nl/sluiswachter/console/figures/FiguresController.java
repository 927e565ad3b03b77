package nl.sluiswachter.console.figures;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.console.Download;
import nl.sluiswachter.console.Spreadsheet;
import org.springframework.context.MessageSource;
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
        Catalogue law = catalogue.current();
        Counts.Summed summed = counts.summed(scope(asked, law), law);
        Counted counted = summed.counted();
        ScopeForm form = ScopeForm.of(counted.scope(), law, counted.parties(), current(), locale);
        model.addAttribute("view", new FiguresWords(counted, messages, locale).view(form, summed.sums()));
        return "console/figures";
    }

    /** Every figure, a line each; where they are too many, the page that says so. */
    @GetMapping("/console/figures/figures.csv")
    Object file(@RequestParam MultiValueMap<String, String> asked, Locale locale, Model model) {
        Catalogue law = catalogue.current();
        Counted counted = counts.uncounted(scope(asked, law), law);
        FiguresFile file = new FiguresFile(new FiguresWords(counted, messages, locale), Spreadsheet.of(locale));
        Optional<List<FigureLine>> lines = counts.lines(counted.scope(), counted.attribution());
        if (lines.isEmpty()) {
            model.addAttribute("tooLong", true);
            return page(asked, locale, model);
        }
        return Download.table("sluiswachter-figures.csv", file.lines(lines.get()));
    }

    private Scope scope(MultiValueMap<String, String> asked, Catalogue law) {
        return Scope.read(asked, law, current(), MONTHS);
    }

    private YearMonth current() {
        return YearMonth.now(clock.withZone(ZoneOffset.UTC));
    }
}
