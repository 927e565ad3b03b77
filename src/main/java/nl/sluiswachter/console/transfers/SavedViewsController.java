package nl.sluiswachter.console.transfers;

import java.util.Locale;
import java.util.Optional;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.transfer.Reference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps searches by a name, and forgets them. */
@Controller
class SavedViewsController {

    static final String PATH = Asking.PATH + "/views";

    private static final String NAME = "name";

    private final SavedViews views;
    private final SearchReader reader;
    private final TransfersPage page;

    SavedViewsController(SavedViews views, SearchReader reader, TransfersPage page) {
        this.views = views;
        this.reader = reader;
        this.page = page;
    }

    /** Only what an address may tell is kept: the rest of the form is not even read. */
    @PostMapping(PATH)
    String save(
            @RequestParam MultiValueMap<String, String> sent,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            @ModelAttribute("officer") Officer officer,
            Locale locale,
            Model model) {
        Asking asking = Asking.of("", SearchForm.ofAddress(sent), reader, errors);
        String name = Optional.ofNullable(sent.getFirst(NAME)).orElse("").strip();
        if (!isName(name)) {
            errors.add(NAME, "transfers.error.name");
        }
        if (errors.isEmpty() && !views.save(officer.id(), name, asking.query())) {
            errors.add(NAME, "transfers.error.views");
        }
        if (!errors.isEmpty()) {
            model.addAttribute("view", page.form(officer, asking, locale));
            return "console/transfers";
        }
        return "redirect:" + asking.start();
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= SavedViews.LONGEST_NAME
                && text.chars().noneMatch(Character::isISOControl)
                && !Reference.holdsBsn(text);
    }

    @PostMapping(PATH + "/forget")
    String forget(@RequestParam(NAME) String name, @ModelAttribute("officer") Officer officer) {
        if (isName(name)) {
            views.forget(officer.id(), name);
        }
        return "redirect:" + Asking.PATH;
    }
}
