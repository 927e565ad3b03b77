package nl.sluiswachter.console.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import nl.sluiswachter.activation.Activation;
import nl.sluiswachter.activation.ActivationRefused;
import nl.sluiswachter.activation.Reviewed;
import nl.sluiswachter.api.Problem;
import nl.sluiswachter.api.ProblemException;
import nl.sluiswachter.catalogue.CatalogueException;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.console.signin.Fresh;
import nl.sluiswachter.console.work.Steps;
import nl.sluiswachter.console.work.WorkKind;
import nl.sluiswachter.console.work.WorkOutcome;
import nl.sluiswachter.console.work.WorkResult;
import nl.sluiswachter.console.work.Works;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Rehearses a version, repeats that for an approval, and activates it: the same steps as on the command line. */
@Controller
class ActivationController {

    private static final int WHOLE = 100;

    private final Activation activation;
    private final VersionPage page;
    private final Works works;

    ActivationController(Activation activation, VersionPage page, Works works) {
        this.activation = activation;
        this.page = page;
        this.works = works;
    }

    @PostMapping("/console/rules/versions/{version}/rehearsal")
    String rehearse(@ModelAttribute("officer") Officer officer, @PathVariable("version") String brief) {
        demandEditor(officer);
        String version = VersionName.whole(activation, brief);
        return works.show(
                officer,
                WorkKind.REHEARSAL,
                steps -> orRefused(() -> {
                    activation.rehearse(version, share(steps));
                    return WorkResult.of(WorkOutcome.READY, List.of()).at(VersionName.page(version), Map.of());
                }));
    }

    /** Repeats the rehearsal, so that an officer sees what he signs for and not what somebody wrote into a table. */
    @PostMapping("/console/rules/versions/{version}/review")
    String review(@ModelAttribute("officer") Officer officer, @PathVariable("version") String brief) {
        demandEditor(officer);
        String version = VersionName.whole(activation, brief);
        return works.show(officer, WorkKind.REVIEW, steps -> orRefused(() -> reviewed(version, steps)));
    }

    private WorkResult reviewed(String version, Steps steps) {
        Reviewed reviewed = activation.review(version, share(steps));
        return WorkResult.of(WorkOutcome.READY, List.of())
                .at(
                        VersionName.page(version) + "/approval/" + steps.work(),
                        Map.of(
                                ApprovalController.VERSION,
                                version,
                                ApprovalController.REHEARSAL,
                                reviewed.summary().digest(),
                                ApprovalController.NOT_COVERED,
                                Boolean.toString(reviewed.openNotCovered() > 0)));
    }

    /** Tells how far it is in hundredths: how many decisions there are, with what is confidential, is not for everybody here. */
    private LongConsumer share(Steps steps) {
        long all = Math.max(1, activation.recordedDecisions());
        steps.total(WHOLE);
        return done -> steps.done(Math.min(WHOLE, WHOLE * done / all));
    }

    @Fresh
    @PostMapping("/console/rules/versions/{version}/activation")
    String activate(
            @ModelAttribute("officer") Officer officer,
            @PathVariable("version") String brief,
            Locale locale,
            Model model) {
        demandEditor(officer);
        String version = VersionName.whole(activation, brief);
        try {
            activation.activate(version, Optional.of(officer.id()));
            return "redirect:/console/rules/versions";
        } catch (ActivationRefused | CatalogueException e) {
            return page.show(version, Optional.empty(), officer, e.getMessage(), locale, model);
        }
    }

    /** @throws ProblemException for whoever is not an editor of the rules */
    static void demandEditor(Officer officer) {
        if (!officer.roles().contains(Role.POLICY_EDITOR)) {
            throw new ProblemException(
                    Problem.of(403, "FORBIDDEN", "Not allowed", "This is for editors of the rules."));
        }
    }

    private static WorkResult orRefused(Supplier<WorkResult> step) {
        try {
            return step.get();
        } catch (ActivationRefused | CatalogueException e) {
            return WorkResult.of(WorkOutcome.REFUSED, List.of(e.getMessage()));
        }
    }
}
