package nl.sluiswachter.console.figures;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.console.Download;
import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.explanation.Words;
import nl.sluiswachter.report.PartyNames;
import nl.sluiswachter.transferlog.projection.ProcessingRegister;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The register of processing activities (AVG art. 30): to read, to print, and as the data that the API gives. */
@Controller
class ProcessingController {

    private static final int SHORT_VERSION = 19;
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final ActiveCatalogue catalogue;
    private final ProcessingRegister register;
    private final LookUps lookUps;
    private final MessageSource messages;

    ProcessingController(
            ActiveCatalogue catalogue, ProcessingRegister register, LookUps lookUps, MessageSource messages) {
        this.catalogue = catalogue;
        this.register = register;
        this.lookUps = lookUps;
        this.messages = messages;
    }

    @GetMapping("/console/figures/register")
    String page(Model model) {
        Catalogue law = catalogue.current();
        model.addAttribute("view", new ProcessingView(law.version().substring(0, SHORT_VERSION), activities(law)));
        return "console/processing";
    }

    @GetMapping("/console/figures/register.json")
    ResponseEntity<Map<String, List<Map<String, Object>>>> data() {
        return Download.of(
                "sluiswachter-register.json",
                "application/json",
                Map.of("verwerkingsactiviteiten", register.of(catalogue.current())));
    }

    private List<ProcessingView.Activity> activities(Catalogue law) {
        PartyNames names = lookUps.names(List.of(lookUps.viewer()), messages, DUTCH);
        Words words = new Words(law, Voice.PROFESSIONAL, Language.NL);
        return register.of(law).stream()
                .map(activity -> ProcessingView.Activity.of(activity, law, words, names))
                .toList();
    }
}
