package nl.sluiswachter.console.rules;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.sluiswachter.canary.Canaries;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.console.NotHere;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.transfer.Reference;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The rules as a lawyer reads them. */
@Controller
class RulesController {

    private static final String NUMBER = "number";
    private static final int LONGEST = 100;
    private static final int SHORT_VERSION = 19;

    private final ActiveCatalogue catalogue;
    private final Canaries canaries;
    private final MessageSource messages;
    private final Clock clock;

    RulesController(ActiveCatalogue catalogue, Canaries canaries, MessageSource messages, Clock clock) {
        this.catalogue = catalogue;
        this.canaries = canaries;
        this.messages = messages;
        this.clock = clock;
    }

    /** A number of a person is not looked for, and does not stay in the address either. */
    @GetMapping("/console/rules")
    String list(
            @RequestParam(name = "q", defaultValue = "") String asked,
            @RequestParam(name = NUMBER, required = false) String number,
            Locale locale,
            Model model) {
        if (Reference.holdsBsn(asked)) {
            return "redirect:/console/rules?" + NUMBER;
        }
        FormErrors errors = new FormErrors();
        if (number != null) {
            errors.add("q", "rules.error.number");
        }
        String text = asked.strip().substring(0, Math.min(LONGEST, asked.strip().length()));
        Catalogue law = catalogue.current();
        RuleWords words = new RuleWords(law, messages, locale);
        LocalDate today = Days.of(clock.instant());
        List<RulesView.Line> lines = words.byTitle().stream()
                .filter(entry -> fits(words, entry, text.toLowerCase(Locale.ROOT)))
                .map(entry -> line(words, entry, today))
                .toList();
        model.addAttribute("view", new RulesView(text, law.version().substring(0, SHORT_VERSION), lines, errors));
        return "console/rules";
    }

    @GetMapping("/console/rules/{type}")
    String type(@PathVariable("type") String id, Locale locale, Model model) {
        Catalogue law = catalogue.current();
        ExchangeType type = law.type(id).orElseThrow(NotHere::new);
        model.addAttribute("view", new RuleWords(law, messages, locale).type(type));
        CaseLines cases = CaseLines.of(ShippedCases.of(type.id()), law, messages, locale);
        model.addAttribute("proof", RuleProof.of(canaries.of(type), cases));
        return "console/rule";
    }

    /** By title, explanation, code or article. */
    private static boolean fits(RuleWords words, Map.Entry<String, ExchangeType> entry, String asked) {
        ExchangeType type = entry.getValue();
        String all = String.join(
                        "\n",
                        entry.getKey(),
                        words.explanation(type),
                        type.id(),
                        String.join(
                                "\n",
                                type.rules().stream()
                                        .flatMap(rule -> rule.articles().stream())
                                        .toList()))
                .toLowerCase(Locale.ROOT);
        return all.contains(asked);
    }

    private static RulesView.Line line(RuleWords words, Map.Entry<String, ExchangeType> entry, LocalDate today) {
        ExchangeType type = entry.getValue();
        return new RulesView.Line(type.id(), entry.getKey(), words.explanation(type), words.isInForce(type, today));
    }
}
