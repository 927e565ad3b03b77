package nl.sluiswachter.console.review;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.transferlog.task.ReviewItem;
import nl.sluiswachter.transferlog.task.Reviewer;
import nl.sluiswachter.transferlog.task.Tasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What senders still have to do soon. Whether they did is not in the log, so there is nothing to judge. */
@Controller
class DutiesController {

    private static final String PAGE = "/console/review/duties";
    private static final int MOST = 100;

    private final Tasks tasks;
    private final ReviewRows rows;
    private final LookUps lookUps;
    private final Clock clock;

    DutiesController(Tasks tasks, ReviewRows rows, LookUps lookUps, Clock clock) {
        this.tasks = tasks;
        this.rows = rows;
        this.lookUps = lookUps;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String list(@ModelAttribute("officer") Officer officer, StatedGround stated, Locale locale, Model model) {
        lookUps.record(officer, stated, "GET " + PAGE, new TreeSet<>(), SubjectIdentity.UNKNOWN, Optional.empty());
        Reviewer reviewer = new Reviewer(lookUps.viewer(), false);
        List<ReviewItem> some = tasks.running(reviewer, Days.of(clock.instant()), MOST + 1);
        List<ReviewItem> shown = some.subList(0, Math.min(MOST, some.size()));
        model.addAttribute("view", new DutiesView(rows.of(shown, locale), some.size() > MOST));
        return "console/review-duties";
    }
}
