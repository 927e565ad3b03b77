package nl.sluiswachter.console.consent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.consent.Happening;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.form.Typed;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.console.person.KeptQuestion;
import nl.sluiswachter.transfer.Reference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes a consent back in two clicks: as easy as giving (AVG art. 7 lid 3), and not by accident. */
@Controller
class WithdrawalController {

    private static final String PATH = ConsentController.ONE + "/withdrawal";
    private static final String SELF = Giver.Relation.SELF.name();

    private final ConsentDesk desk;

    WithdrawalController(ConsentDesk desk) {
        this.desk = desk;
    }

    @GetMapping(PATH)
    String ask(
            @PathVariable("id") String id,
            StatedGround stated,
            KeptQuestion question,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            @ModelAttribute("officer") Officer officer,
            Locale locale,
            Model model) {
        ConsentDesk.Found found = desk.one(question, id, new ConsentDesk.Look(officer, stated, "GET " + PATH));
        ConsentView.Withdraw view = view(question, found, locale, SELF, "", errors);
        model.addAttribute("view", view);
        return view.consent().isInForce() ? "console/consent-withdraw" : back(question, found.consent());
    }

    @PostMapping(PATH)
    String withdraw(
            @PathVariable("id") String id,
            @RequestParam(name = "by", defaultValue = "") String by,
            @RequestParam(name = "evidence", defaultValue = "") String evidence,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            StatedGround stated,
            KeptQuestion question,
            @ModelAttribute("officer") Officer officer,
            Locale locale,
            Model model) {
        ConsentDesk.Found found = desk.one(question, id, new ConsentDesk.Look(officer, stated, "POST " + PATH));
        Optional<Happening> withdrawn = withdrawn(by, evidence.strip(), errors);
        if (withdrawn.isEmpty()) {
            model.addAttribute("view", view(question, found, locale, by, evidence, errors));
            return "console/consent-withdraw";
        }
        desk.withdraw(found.consent(), withdrawn.get(), officer);
        return back(question, found.consent());
    }

    private ConsentView.Withdraw view(
            KeptQuestion question,
            ConsentDesk.Found found,
            Locale locale,
            String by,
            String evidence,
            FormErrors errors) {
        ConsentSheets sheets = desk.sheets(found.all(), locale);
        ConsentView.Sheet sheet = sheets.sheet(found.consent());
        List<ConsentView.Sheet> besides = sheets.besides(found.consent(), found.all());
        return new ConsentView.Withdraw(question.id(), sheet, besides, by, evidence, errors);
    }

    /** Where it shows what became of it, and who was first. */
    private static String back(KeptQuestion question, ConsentHistory consent) {
        return "redirect:" + ConsentController.PATH + "/" + question.id() + "/" + consent.id() + "?ended";
    }

    private static Optional<Happening> withdrawn(String by, String evidence, FormErrors errors) {
        Optional<Giver.Relation> relation =
                Typed.choice(Giver.Relation.class, by).or(() -> errors.add("by", "consent.error.by"));
        if (!evidence.isEmpty() && !Reference.isValid(evidence)) {
            return errors.add("evidence", "consent.error.evidence");
        }
        return relation.map(one -> Happening.withdrawn(
                Optional.of(new Giver(one, Optional.empty())),
                Optional.of(evidence).filter(text -> !text.isEmpty()),
                Optional.empty()));
    }
}
