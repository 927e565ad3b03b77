package nl.sluiswachter.console.consent;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.consent.ConsentEvent;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.console.person.KeptQuestion;
import nl.sluiswachter.console.person.PersonForm;
import nl.sluiswachter.delivery.StoppedMessages;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKeys;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The consents of a person. */
@Controller
class ConsentController {

    static final String PATH = "/console/consent";
    static final String ONE = PATH + "/{ask}/{id}";

    private final ConsentDesk desk;
    private final StopsOfConsent stops;
    private final SubjectKeys keys;
    private final IdSource ids;

    ConsentController(ConsentDesk desk, StopsOfConsent stops, SubjectKeys keys, IdSource ids) {
        this.desk = desk;
        this.stops = stops;
        this.keys = keys;
        this.ids = ids;
    }

    @GetMapping(PATH)
    String ask(
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            HttpServletRequest request,
            Model model) {
        boolean stated = StatedGround.of(request).isPresent();
        boolean expired = request.getParameter("expired") != null;
        model.addAttribute("view", new ConsentView.Ask(PersonForm.empty(), stated, expired, errors));
        return "console/consent";
    }

    @PostMapping(PATH)
    String find(
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            StatedGround stated,
            HttpServletRequest request,
            Model model) {
        PersonForm person = PersonForm.of(request);
        Optional<SubjectIdentity> subject = person.identity(keys, errors);
        if (subject.isEmpty()) {
            model.addAttribute("view", new ConsentView.Ask(person, true, false, errors));
            return "console/consent";
        }
        return "redirect:" + PATH + "/"
                + KeptQuestion.keep(request, ids, subject.get(), Map.of()).id();
    }

    @GetMapping(PATH + "/{ask}")
    String list(
            StatedGround stated,
            KeptQuestion question,
            @ModelAttribute("officer") Officer officer,
            Locale locale,
            Model model) {
        ConsentDesk.Look look = new ConsentDesk.Look(officer, stated, "GET " + PATH + "/{ask}");
        List<ConsentHistory> consents = desk.all(question, look);
        ConsentSheets sheets = desk.sheets(consents, locale);
        model.addAttribute(
                "view",
                new ConsentView.Found(
                        question.id(), consents.stream().map(sheets::sheet).toList()));
        return "console/consents";
    }

    @GetMapping(ONE)
    String one(
            @PathVariable("id") String id,
            StatedGround stated,
            KeptQuestion question,
            @ModelAttribute("officer") Officer officer,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        ConsentDesk.Found found = desk.one(question, id, new ConsentDesk.Look(officer, stated, "GET " + ONE));
        ConsentHistory consent = found.consent();
        ConsentSheets sheets = desk.sheets(found.all(), locale);
        boolean late = request.getParameter("ended") != null && !isWithdrawnBy(officer, consent.last());
        model.addAttribute(
                "view",
                new ConsentView.One(
                        question.id(),
                        sheets.sheet(consent),
                        late ? sheets.notice(consent) : null,
                        isWithdrawn(consent.last()) ? sheets.besides(consent, found.all()) : List.of(),
                        stops.of(consent, stated.ground(), locale),
                        StoppedMessages.MOST));
        return "console/consent-one";
    }

    private static boolean isWithdrawnBy(Officer officer, ConsentEvent last) {
        return isWithdrawn(last) && last.officer().filter(officer.id()::equals).isPresent();
    }

    private static boolean isWithdrawn(ConsentEvent last) {
        return last.state() == ConsentState.WITHDRAWN;
    }
}
