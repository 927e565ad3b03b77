package nl.sluiswachter.console.consent;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.consent.Happening;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.console.person.Asked;
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
            @PathVariable("ask") String ask,
            @PathVariable("id") String id,
            StatedGround stated,
            @ModelAttribute("officer") Officer officer,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Optional<Asked> asked = ConsentDesk.asked(request, ask);
        if (asked.isEmpty()) {
            return ConsentController.FORGOTTEN;
        }
        ConsentHistory consent = desk.one(asked.get(), id, new ConsentDesk.Look(officer, stated, "GET " + PATH));
        ConsentView.Sheet sheet = desk.sheets(List.of(consent), locale).sheet(consent);
        model.addAttribute("view", new ConsentView.Withdraw(asked.get().id(), sheet, SELF, "", FormErrors.none()));
        return sheet.isInForce() ? "console/consent-withdraw" : back(asked.get(), consent);
    }

    @PostMapping(PATH)
    String withdraw(
            @PathVariable("ask") String ask,
            @PathVariable("id") String id,
            @RequestParam(name = "by", defaultValue = "") String by,
            @RequestParam(name = "evidence", defaultValue = "") String evidence,
            StatedGround stated,
            @ModelAttribute("officer") Officer officer,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Optional<Asked> asked = ConsentDesk.asked(request, ask);
        if (asked.isEmpty()) {
            return ConsentController.FORGOTTEN;
        }
        ConsentHistory consent = desk.one(asked.get(), id, new ConsentDesk.Look(officer, stated, "POST " + PATH));
        FormErrors errors = new FormErrors();
        Optional<Happening> withdrawn = withdrawn(by, evidence.strip(), errors);
        if (withdrawn.isEmpty()) {
            ConsentView.Sheet sheet = desk.sheets(List.of(consent), locale).sheet(consent);
            model.addAttribute("view", new ConsentView.Withdraw(asked.get().id(), sheet, by, evidence, errors));
            return "console/consent-withdraw";
        }
        desk.withdraw(consent, withdrawn.get(), officer);
        return back(asked.get(), consent);
    }

    /** Where it shows what became of it, and who was first. */
    private static String back(Asked asked, ConsentHistory consent) {
        return "redirect:" + ConsentController.PATH + "/" + asked.id() + "/" + consent.id() + "?ended";
    }

    private static Optional<Happening> withdrawn(String by, String evidence, FormErrors errors) {
        Optional<Giver.Relation> relation = Arrays.stream(Giver.Relation.values())
                .filter(one -> one.name().equals(by))
                .findFirst()
                .or(() -> errors.add("by", "consent.error.by"));
        if (!evidence.isEmpty() && !Reference.isValid(evidence)) {
            return errors.add("evidence", "consent.error.evidence");
        }
        return relation.map(one -> Happening.withdrawn(
                Optional.of(new Giver(one, Optional.empty())),
                Optional.of(evidence).filter(text -> !text.isEmpty()),
                Optional.empty()));
    }
}
