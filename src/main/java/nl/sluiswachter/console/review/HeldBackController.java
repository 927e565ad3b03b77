package nl.sluiswachter.console.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluiswachter.console.NotHere;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.console.signin.Fresh;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.report.ReportReviews;
import nl.sluiswachter.report.ReportReviews.Review;
import nl.sluiswachter.report.Verdict;
import nl.sluiswachter.transferlog.search.Cursors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What reports to residents held back, for another officer than who gave them; on the grounds that open it only. */
@Controller
class HeldBackController {

    private static final String PAGE = "/console/review/reports";
    private static final String ONE = PAGE + "/{id}";
    private static final int ROWS = 25;

    private final ReportReviews reviews;
    private final HeldBackStory story;
    private final Cursors cursors;
    private final LookUps lookUps;

    HeldBackController(ReportReviews reviews, HeldBackStory story, Cursors cursors, LookUps lookUps) {
        this.reviews = reviews;
        this.story = story;
        this.cursors = cursors;
        this.lookUps = lookUps;
    }

    @GetMapping(PAGE)
    String list(
            @RequestParam(name = "after", defaultValue = "") String after,
            @ModelAttribute("officer") Officer officer,
            StatedGround stated,
            Locale locale,
            Model model) {
        if (!stated.ground().opensConfidential()) {
            model.addAttribute("view", new HeldBackListView(false, List.of(), ""));
            return "console/review-reports";
        }
        record(officer, stated, "GET " + PAGE);
        ReportReviews.Reviews page = reviews.page(reviewer(officer), cursors.parse(after, lookUps.viewer()), ROWS);
        model.addAttribute(
                "view",
                new HeldBackListView(
                        true,
                        page.reviews().stream()
                                .map(one -> story.row(one, locale))
                                .toList(),
                        page.next()
                                .map(place -> cursors.text(place, lookUps.viewer()))
                                .orElse("")));
        return "console/review-reports";
    }

    @GetMapping(ONE)
    String read(
            @PathVariable("id") String id,
            @RequestParam(name = "saved", defaultValue = "false") String saved,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            @ModelAttribute("officer") Officer officer,
            StatedGround stated,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        record(officer, stated, "GET " + ONE);
        Review review = find(id, officer, stated);
        HeldBackView.Form empty = new HeldBackView.Form(
                "", stated.reference(), Set.of(), review.verdicts().size());
        List<HeldBackView.Told> told = told(review, officer, stated, "GET " + ONE, locale);
        boolean overtaken = Overtaken.in(model, request, review.verdicts().size());
        model.addAttribute("view", view(review, told, empty, errors, overtaken, saved.equals("true"), locale));
        return "console/review-report";
    }

    /** By it what was held back is opened to the resident. */
    @Fresh
    @PostMapping(ONE)
    String judge(
            @PathVariable("id") String id,
            @ModelAttribute Filled filled,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            @ModelAttribute("officer") Officer officer,
            StatedGround stated,
            Locale locale,
            Model model) {
        record(officer, stated, "POST " + ONE);
        Review review = find(id, officer, stated);
        HeldBackForm form = filled.form();
        Optional<Verdict> verdict = form.verdict(review.transfers(), officer.id(), lookUps.viewer(), errors);
        if (verdict.isPresent() && reviews.judge(review, verdict.get(), form.number())) {
            return "redirect:" + PAGE + "/" + id + "?saved=true";
        }
        HeldBackView.Form kept = new HeldBackView.Form(
                form.reason(),
                form.reference(),
                form.transfers(),
                review.verdicts().size());
        List<HeldBackView.Told> told = told(review, officer, stated, "POST " + ONE, locale);
        model.addAttribute("view", view(review, told, kept, errors, verdict.isPresent(), false, locale));
        return "console/review-report";
    }

    /** What a form sends; any of it may be missing. */
    record Filled(String reason, String reference, Set<String> transfers, String seen) {

        HeldBackForm form() {
            return new HeldBackForm(
                    text(reason), text(reference), transfers == null ? Set.of() : transfers, text(seen));
        }

        private static String text(String given) {
            return given == null ? "" : given;
        }
    }

    /** A look-up of each transfer: else nobody could say afterwards of which ones the officer read. */
    private List<HeldBackView.Told> told(
            Review review, Officer officer, StatedGround stated, String call, Locale locale) {
        List<UUID> transfers = HeldBackStory.told(review);
        lookUps.record(officer, stated, call, transfers);
        return story.transfers(transfers, locale);
    }

    private HeldBackView view(
            Review review,
            List<HeldBackView.Told> told,
            HeldBackView.Form form,
            FormErrors errors,
            boolean overtaken,
            boolean saved,
            Locale locale) {
        return new HeldBackView(
                story.row(review, locale),
                told,
                Math.max(0, review.transfers().size() - told.size()),
                story.said(review, locale),
                form,
                errors,
                overtaken,
                saved);
    }

    private Review find(String id, Officer officer, StatedGround stated) {
        return cursors.parseReview(id)
                .filter(place -> stated.ground().opensConfidential())
                .flatMap(place -> reviews.find(place, reviewer(officer)))
                .orElseThrow(NotHere::new);
    }

    private ReportReviews.Reviewer reviewer(Officer officer) {
        return new ReportReviews.Reviewer(lookUps.viewer(), Optional.of(officer.id()));
    }

    private void record(Officer officer, StatedGround stated, String call) {
        lookUps.record(officer, stated, call, new TreeSet<>(), SubjectIdentity.UNKNOWN, Optional.empty());
    }
}
