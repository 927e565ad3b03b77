package nl.sluiswachter.console.rules;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.sluiswachter.activation.Activation;
import nl.sluiswachter.activation.ActivationRefused;
import nl.sluiswachter.catalogue.CatalogueException;
import nl.sluiswachter.catalogue.CatalogueZip;
import nl.sluiswachter.console.Download;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.security.SentFiles;
import nl.sluiswachter.settings.GatewaySettings;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Loads another version of the rules from a zip, as {@code catalogue load} does from a folder, and gives one that is kept. */
@Controller
class DraftController {

    /** On the page of a version that somebody just loaded: whether it was new. */
    static final String LOADED = "loaded";

    private static final String PATH = "/console/rules/versions/draft";
    private static final String FIELD = "catalogue";
    private static final int KILO = 1024;

    private final Activation activation;
    private final long mostBytes;

    DraftController(Activation activation, GatewaySettings settings) {
        this.activation = activation;
        this.mostBytes = settings.limits().body().toBytes();
    }

    @GetMapping(PATH)
    String show(
            @ModelAttribute("officer") Officer officer,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            Model model) {
        ActivationController.demandEditor(officer);
        return form(errors, model);
    }

    @PostMapping(PATH)
    String load(
            @ModelAttribute("officer") Officer officer,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            HttpServletRequest request,
            Model model) {
        ActivationController.demandEditor(officer);
        Optional<byte[]> zip = SentFiles.find(request, FIELD).or(() -> errors.add(FIELD, "draft.error.file"));
        if (zip.isEmpty()) {
            return form(errors, model);
        }
        try {
            Activation.Loaded loaded = activation.load(CatalogueZip.read(zip.get()), Optional.of(officer.id()));
            return "redirect:" + VersionName.page(loaded.version()) + "?" + LOADED + "=" + loaded.isNew();
        } catch (CatalogueException | ActivationRefused e) {
            errors.add(FIELD, "draft.error.refused", e.getMessage());
            return form(errors, model);
        }
    }

    /** Everybody may read the rules. */
    @GetMapping("/console/rules/versions/{version}/files")
    ResponseEntity<byte[]> files(@PathVariable("version") String brief) {
        String version = VersionName.whole(activation, brief);
        return Download.of(
                "rules-" + VersionName.brief(version) + ".zip",
                "application/zip",
                CatalogueZip.of(activation.files(version)));
    }

    private String form(FormErrors errors, Model model) {
        model.addAttribute("view", new DraftView(mostBytes / KILO, CatalogueZip.MOST_BYTES / KILO, errors));
        return "console/draft";
    }
}
