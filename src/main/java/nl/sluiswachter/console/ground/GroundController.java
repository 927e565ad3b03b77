package nl.sluiswachter.console.ground;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.console.Destination;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.form.Typed;
import nl.sluiswachter.console.signin.KeptForm;
import nl.sluiswachter.transferlog.search.Ground;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks why somebody looks, and for which file. */
@Controller
class GroundController {

    static final String PATH = Destination.GROUND;

    private static final Set<Ground> STATED = EnumSet.complementOf(EnumSet.of(Ground.LOGBOOK_READ));

    /**
     * The form.
     *
     * @param to where it leads afterwards
     */
    record View(List<Ground> grounds, String chosen, String reference, String to, FormErrors errors) {}

    @GetMapping(PATH)
    String ask(
            @RequestParam(name = "to", required = false) String to,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            HttpServletRequest request,
            Model model) {
        Optional<StatedGround> stated = StatedGround.of(request);
        return form(
                model,
                stated.map(known -> known.ground().name()).orElse(""),
                stated.map(StatedGround::reference).orElse(""),
                Optional.ofNullable(to)
                        .or(() -> KeptForm.sentTo(PATH, model).map(form -> form.text("to")))
                        .orElse(null),
                errors);
    }

    @PostMapping(PATH)
    String state(
            @RequestParam(name = "ground", defaultValue = "") String code,
            @RequestParam(name = "reference", defaultValue = "") String typed,
            @RequestParam(name = "to", required = false) String to,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            HttpServletRequest request,
            Model model) {
        Optional<Ground> ground = Typed.choice(Ground.class, code)
                .filter(STATED::contains)
                .or(() -> errors.add("ground", "ground.error.ground"));
        Optional<String> reference = Typed.reference(typed, "reference", errors);
        if (ground.isEmpty() || reference.isEmpty()) {
            return form(model, code, typed, to, errors);
        }
        new StatedGround(ground.get(), reference.get()).keep(request.getSession(true));
        return "redirect:" + Destination.safe(to);
    }

    private static String form(Model model, String chosen, String reference, String to, FormErrors errors) {
        List<Ground> grounds =
                Arrays.stream(Ground.values()).filter(STATED::contains).toList();
        model.addAttribute("view", new View(grounds, chosen, reference, Destination.safe(to), errors));
        return "console/ground";
    }
}
