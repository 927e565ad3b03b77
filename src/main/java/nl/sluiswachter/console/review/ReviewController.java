package nl.sluiswachter.console.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluiswachter.console.AddressId;
import nl.sluiswachter.console.NotHere;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.transferlog.task.ReviewItem;
import nl.sluiswachter.transferlog.task.ReviewVerdict;
import nl.sluiswachter.transferlog.task.Reviewer;
import nl.sluiswachter.transferlog.task.Reviews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an officer looks at afterwards. A verdict changes nothing of the transfer: it is an entry of the log. */
@Controller
class ReviewController {

    private static final String PAGE = "/console/review";
    private static final int ROWS = 25;

    private final Reviews reviews;
    private final ReviewRows rows;
    private final ReviewStory story;
    private final LookUps lookUps;

    ReviewController(Reviews reviews, ReviewRows rows, ReviewStory story, LookUps lookUps) {
        this.reviews = reviews;
        this.rows = rows;
        this.story = story;
        this.lookUps = lookUps;
    }

    @GetMapping(PAGE)
    String list(
            @RequestParam(name = "done", defaultValue = "false") String done,
            @RequestParam(name = "after", defaultValue = "") String after,
            @ModelAttribute("officer") Officer officer,
            StatedGround stated,
            Locale locale,
            Model model) {
        record(officer, stated, "GET " + PAGE, Optional.empty());
        Reviewer reviewer = reviewer(stated);
        boolean isDone = done.equals("true");
        List<ReviewItem> some = reviews.list(reviewer, isDone, AddressId.of(after), ROWS + 1);
        List<ReviewItem> page = some.subList(0, Math.min(ROWS, some.size()));
        String next = some.size() > ROWS ? page.get(ROWS - 1).transferId().toString() : "";
        model.addAttribute(
                "view",
                new ReviewListView(
                        isDone, reviewer.all(), rows.of(page, locale), isDone ? outcomes(page) : Map.of(), next));
        return "console/review";
    }

    private Map<String, String> outcomes(List<ReviewItem> items) {
        Map<String, String> outcomes = new HashMap<>();
        reviews.outcomes(items.stream().map(ReviewItem::transferId).toList())
                .forEach((id, outcome) ->
                        outcomes.put(id.toString(), outcome.map(Enum::name).orElse(ReviewListView.DAMAGED)));
        return outcomes;
    }

    @GetMapping(PAGE + "/{id}")
    String read(
            @PathVariable("id") String id,
            @RequestParam(name = "saved", defaultValue = "false") String saved,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            @ModelAttribute("officer") Officer officer,
            StatedGround stated,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        ReviewItem item = look(id, officer, stated, "GET " + PAGE + "/{id}");
        ReviewView.Form empty = new ReviewView.Form("", stated.reference(), item.verdicts());
        boolean overtaken = Overtaken.in(model, request, item.verdicts());
        model.addAttribute("view", story.of(item, empty, errors, overtaken, saved.equals("true"), locale));
        return "console/review-item";
    }

    @PostMapping(PAGE + "/{id}")
    String judge(
            @PathVariable("id") String id,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestParam(name = "reference", defaultValue = "") String reference,
            @RequestParam(name = "seen", defaultValue = "") String seen,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            @ModelAttribute("officer") Officer officer,
            StatedGround stated,
            Locale locale,
            Model model) {
        ReviewItem item = look(id, officer, stated, "POST " + PAGE + "/{id}");
        VerdictForm form = new VerdictForm(reason, reference, seen);
        Optional<ReviewVerdict> verdict = form.verdict(officer.id(), lookUps.viewer(), errors);
        if (verdict.isPresent() && reviews.judge(item, verdict.get(), form.number())) {
            return "redirect:" + PAGE + "/" + item.transferId() + "?saved=true";
        }
        ReviewItem now = find(item.transferId(), stated);
        ReviewView.Form kept = new ReviewView.Form(reason, reference, now.verdicts());
        model.addAttribute("view", story.of(now, kept, errors, verdict.isPresent(), false, locale));
        return "console/review-item";
    }

    /** Written down before it is known whether there is one. */
    private ReviewItem look(String text, Officer officer, StatedGround stated, String call) {
        UUID id = AddressId.of(text).orElseThrow(NotHere::new);
        record(officer, stated, call, Optional.of(id));
        return find(id, stated);
    }

    private ReviewItem find(UUID id, StatedGround stated) {
        return reviews.find(id, reviewer(stated)).orElseThrow(NotHere::new);
    }

    private void record(Officer officer, StatedGround stated, String call, Optional<UUID> transfer) {
        TreeSet<String> asked =
                new TreeSet<>(transfer.map(id -> Set.of("transferId")).orElse(Set.of()));
        lookUps.record(officer, stated, call, asked, SubjectIdentity.UNKNOWN, transfer);
    }

    private Reviewer reviewer(StatedGround stated) {
        return new Reviewer(lookUps.viewer(), stated.ground().opensConfidential());
    }
}
