package nl.sluiswachter.console.rules;

import java.util.Locale;
import java.util.Optional;
import nl.sluiswachter.activation.Activation;
import nl.sluiswachter.activation.ActivationStatus;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.console.officers.OfficerNames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The versions of the rules that are kept, and what one says otherwise than another. */
@Controller
class VersionsController {

    /** Led here from an approval that a colleague's activation made worthless. */
    static final String OVERTAKEN = "overtaken";

    private final Activation activation;
    private final VersionPage page;
    private final OfficerNames officers;

    VersionsController(Activation activation, VersionPage page, OfficerNames officers) {
        this.activation = activation;
        this.page = page;
        this.officers = officers;
    }

    @GetMapping("/console/rules/versions")
    String list(@ModelAttribute("officer") Officer officer, Locale locale, Model model) {
        ActivationStatus status = activation.status();
        model.addAttribute(
                "view",
                new VersionsView(
                        VersionName.brief(status.inForce()),
                        Here.moment(status.since(), locale),
                        status.activation(),
                        status.doubt().isPresent(),
                        status.officers(),
                        officer.roles().contains(Role.POLICY_EDITOR),
                        status.versions().stream().map(one -> line(one, locale)).toList(),
                        VersionsView.Past.all(status.history(), officers, locale)));
        return "console/versions";
    }

    @GetMapping("/console/rules/versions/{version}")
    String show(
            @ModelAttribute("officer") Officer officer,
            @PathVariable("version") String brief,
            @RequestParam(name = "against", defaultValue = "") String against,
            @RequestParam(name = OVERTAKEN, required = false) String overtaken,
            @RequestParam(name = DraftController.LOADED, required = false) Boolean loaded,
            Locale locale,
            Model model) {
        model.addAttribute(OVERTAKEN, overtaken != null);
        model.addAttribute(DraftController.LOADED, loaded);
        Optional<String> other =
                Optional.of(against).filter(text -> !text.isEmpty()).map(text -> VersionName.whole(activation, text));
        return page.show(VersionName.whole(activation, brief), other, officer, "", locale, model);
    }

    private static VersionsView.Line line(ActivationStatus.Version one, Locale locale) {
        return new VersionsView.Line(
                VersionName.brief(one.version()),
                Here.moment(one.loadedAt(), locale),
                one.fromJar(),
                one.inForce(),
                one.rehearsal().isPresent(),
                one.approvals().size());
    }
}
