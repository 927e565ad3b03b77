package nl.sluiswachter.console.transfers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import nl.sluiswachter.api.Problem;
import nl.sluiswachter.api.ProblemException;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.console.signin.KeptForm;
import nl.sluiswachter.console.work.Task;
import nl.sluiswachter.console.work.WorkKind;
import nl.sluiswachter.console.work.Works;
import nl.sluiswachter.transferlog.search.Place;
import nl.sluiswachter.transferlog.search.SearchTooWide;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.CollectionUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of transfers: a form, and what is found by it. Nothing is looked up before somebody says what for. */
@Controller
class TransfersController {

    private static final String LIST = "list";
    private static final String PAGE = "console/transfers";

    /** How many newer ones are counted. */
    private static final int MOST_NEWER = 99;

    /** How often a page asks for newer ones by itself; after that it waits for its reader. */
    private static final int MOST_TURNS = 10;

    private final TransferList list;
    private final SearchReader reader;
    private final KeptSearches kept;
    private final TransfersPage page;
    private final TransferExport export;
    private final Works works;

    TransfersController(
            TransferList list,
            SearchReader reader,
            KeptSearches kept,
            TransfersPage page,
            TransferExport export,
            Works works) {
        this.list = list;
        this.reader = reader;
        this.kept = kept;
        this.page = page;
        this.export = export;
        this.works = works;
    }

    @GetMapping(
            path = Asking.PATH,
            params = {
                "!list",
                "!from",
                "!until",
                "!party",
                "!sender",
                "!receiver",
                "!exchangeType",
                "!outcome",
                "!reason",
                "!article",
                "!delivery",
                "!kind"
            })
    String open(
            @ModelAttribute("officer") Officer officer,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        return show(
                model,
                KeptForm.sentTo(SavedViewsController.PATH, model)
                        .map(form -> toBeSaved(form, errors))
                        .or(() -> KeptForm.sentTo(Asking.PATH, model)
                                .map(form -> sought(CollectionUtils.toMultiValueMap(form.values()), errors, request)))
                        .map(asking -> page.form(officer, asking, locale))
                        .orElseGet(() -> page.blank(officer, "", locale)));
    }

    /** The search of a view that was not saved, because its officer had to sign in first. */
    private Asking toBeSaved(KeptForm form, FormErrors errors) {
        return Asking.of("", SearchForm.ofAddress(CollectionUtils.toMultiValueMap(form.values())), reader, errors);
    }

    /** A person or a case goes into the session, all else into the address. */
    @PostMapping(Asking.PATH)
    String search(
            @RequestParam MultiValueMap<String, String> sent,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            @ModelAttribute("officer") Officer officer,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Asking asking = sought(sent, errors, request);
        if (!errors.isEmpty()) {
            return show(model, page.form(officer, asking, locale));
        }
        SearchForm clean = reader.withoutNumber(asking.form());
        String id = clean.isOpen() ? "" : kept.keep(request, clean);
        return "redirect:" + new Asking(id, clean, asking.sought(), errors).start();
    }

    private Asking sought(MultiValueMap<String, String> sent, FormErrors errors, HttpServletRequest request) {
        String earlier = sent.containsKey("same") ? text(sent, LIST) : "";
        return Asking.of(earlier, continued(SearchForm.sent(sent), earlier, request), reader, errors);
    }

    /** The person of the search before, unless a number was typed. */
    private SearchForm continued(SearchForm form, String earlier, HttpServletRequest request) {
        return form.text(SearchForm.BSN).isEmpty()
                ? kept.find(request, earlier)
                        .map(before -> form.with(SearchForm.PERSON, before.text(SearchForm.PERSON)))
                        .orElse(form)
                : form;
    }

    @GetMapping(Asking.PATH)
    String found(
            @RequestParam MultiValueMap<String, String> query,
            @ModelAttribute("officer") Officer officer,
            StatedGround ground,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Optional<Asking> asked = asking(query, request);
        Optional<TransfersView> complaint = complaint(asked, officer, locale);
        if (complaint.isPresent()) {
            return show(model, complaint.get());
        }
        Asking asking = asked.orElseThrow();
        Optional<Place> from = place(text(query, "cursor"));
        TransferList.Look look = list.record(officer, ground, "GET " + Asking.PATH, asking.sought());
        try {
            return show(
                    model, page.found(look, asking, list.page(asking.sought(), ground, from), from.isEmpty(), locale));
        } catch (SearchTooWide e) {
            asking.errors().add("from", "transfers.error.wide");
            return show(model, page.form(officer, asking, locale));
        }
    }

    /** A number and no more, so it goes with the look-up of the page that asks; for no other search, and not for long. */
    @GetMapping(Asking.PATH + "/newer")
    String newer(
            @RequestParam MultiValueMap<String, String> query,
            @RequestParam(name = "turn", defaultValue = "1") int turn,
            @RequestParam(name = "looked", defaultValue = "0") long looked,
            @ModelAttribute("officer") Officer officer,
            StatedGround ground,
            HttpServletRequest request,
            Model model) {
        Asking asking = asking(query, request)
                .filter(Asking::isWatched)
                .filter(known -> known.errors().isEmpty())
                .orElseThrow(TransfersController::unreadable);
        String given = text(query, "since");
        TransferList.Look look = new TransferList.Look(officer, ground, Instant.ofEpochMilli(looked));
        Place since = list.since(given, asking, look).orElseThrow(TransfersController::unreadable);
        boolean over = list.isOver(look);
        int count = over ? 0 : list.newer(asking.sought(), ground, since, MOST_NEWER + 1);
        model.addAttribute(
                "newer",
                new TransfersView.Newer(
                        Math.min(count, MOST_NEWER),
                        count > MOST_NEWER,
                        asking.start(),
                        over || turn >= MOST_TURNS
                                ? ""
                                : asking.newer(SearchForm.encoded(given), look.at(), Math.max(1, turn) + 1)));
        return PAGE + "-newer";
    }

    /** Everything that fits, as a file that is made in the background. */
    @PostMapping(Asking.PATH + "/export")
    String export(
            @RequestParam MultiValueMap<String, String> sent,
            @ModelAttribute("officer") Officer officer,
            StatedGround ground,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Optional<Asking> asked = asking(sent, request);
        Optional<TransfersView> complaint = complaint(asked, officer, locale);
        if (complaint.isPresent()) {
            return show(model, complaint.get());
        }
        Asking asking = asked.orElseThrow();
        Task task = export.of(
                new TransferExport.Asked(asking.sought(), officer, ground), text(sent, "form"), page.table(locale));
        return works.show(officer, WorkKind.EXPORT, task);
    }

    /** Instead of what is found: nothing was asked that the session still knows, or something that makes no sense. */
    private Optional<TransfersView> complaint(Optional<Asking> asked, Officer officer, Locale locale) {
        if (asked.isEmpty()) {
            return Optional.of(page.blank(officer, "transfers.forgotten", locale));
        }
        return asked.filter(asking -> !asking.errors().isEmpty()).map(asking -> page.form(officer, asking, locale));
    }

    private Optional<Asking> asking(MultiValueMap<String, String> query, HttpServletRequest request) {
        String id = text(query, LIST);
        return id.isEmpty()
                ? Optional.of(Asking.of("", SearchForm.ofAddress(query), reader))
                : kept.find(request, id).map(form -> Asking.of(id, form, reader));
    }

    private Optional<Place> place(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : list.place(text).or(() -> {
                    throw unreadable();
                });
    }

    private static String text(MultiValueMap<String, String> query, String name) {
        return Optional.ofNullable(query.getFirst(name)).orElse("");
    }

    private static String show(Model model, TransfersView view) {
        model.addAttribute("view", view);
        return PAGE;
    }

    private static ProblemException unreadable() {
        return new ProblemException(
                Problem.of(400, "NOT_A_LIST", "Not a list", "The address of a list of this session is expected."));
    }
}
