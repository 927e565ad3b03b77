package nl.sluiswachter.console.logpage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.console.officers.OfficerNames;
import nl.sluiswachter.console.work.WorkKind;
import nl.sluiswachter.console.work.Works;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.alarm.Alarms;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.PaperLine;
import nl.sluiswachter.transferlog.retention.Calendar;
import nl.sluiswachter.transferlog.search.VisibleHolds;
import nl.sluiswachter.transferlog.tree.Backlog;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.Sequencer;
import nl.sluiswachter.transferlog.witness.DailyPaper;
import nl.sluiswachter.transferlog.witness.WitnessStatus;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the log stands, and verifying it on the spot. */
@Controller
class LogController {

    private static final int LONGEST = 400;

    private final LogHead head;
    private final Standing standing;
    private final LogEvents events;
    private final VisibleHolds holds;
    private final LookUps lookUps;
    private final OfficerNames officers;
    private final LogVerification verification;
    private final Works works;
    private final ActiveCatalogue catalogue;
    private final MessageSource messages;

    LogController(
            CheckpointTable checkpoints,
            DailyPaper paper,
            Standing standing,
            LogEvents events,
            VisibleHolds holds,
            LookUps lookUps,
            OfficerNames officers,
            LogVerification verification,
            Works works,
            ActiveCatalogue catalogue,
            MessageSource messages) {
        this.head = new LogHead(checkpoints, paper);
        this.standing = standing;
        this.events = events;
        this.holds = holds;
        this.lookUps = lookUps;
        this.officers = officers;
        this.verification = verification;
        this.works = works;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /** What tells by itself whether something is wrong, and what goes when. */
    record Standing(Backlog backlog, Sequencer sequencer, WitnessStatus witnesses, Alarms alarms, Calendar calendar) {}

    @GetMapping("/console/log")
    String show(
            @ModelAttribute("officer") Officer officer,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            Locale locale,
            Model model) {
        return page(officer, new LogView.Form("", errors), locale, model);
    }

    /** In the background: the page of the work shows how far it is. */
    @PostMapping("/console/log/verification")
    String verify(
            @ModelAttribute("officer") Officer officer,
            @RequestParam(name = "paper", defaultValue = "") String typed,
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            Locale locale,
            Model model) {
        String line = typed.strip();
        if (!line.isEmpty() && !isPaperLine(line)) {
            errors.add("paper", "log.paper.error");
            return page(officer, new LogView.Form(line, errors), locale, model);
        }
        Optional<String> paper = Optional.of(line).filter(text -> !text.isEmpty());
        return works.show(officer, WorkKind.VERIFICATION, steps -> verification.run(officer, paper, steps));
    }

    private static boolean isPaperLine(String line) {
        try {
            return line.length() <= LONGEST
                    && PaperLine.parse(line).checkpoint().size() >= 0;
        } catch (Malformed e) {
            return false;
        }
    }

    private String page(Officer officer, LogView.Form form, Locale locale, Model model) {
        Optional<LogEvents.Event> verified = events.lastVerification();
        List<LogEvents.Event> exports = events.newest(LogKind.EXPORT);
        LogWords words = new LogWords(messages, catalogue.current(), called(verified, exports), locale);
        List<LogView.WitnessLine> witnesses =
                standing.witnesses().all().stream().map(words::witness).toList();
        model.addAttribute(
                "view",
                new LogView(
                        head.view(locale).orElse(null),
                        verified.map(words::checked).orElse(null),
                        standing.backlog().complaint().isPresent(),
                        standing.sequencer().failure(),
                        standing.witnesses().isWitnessed(),
                        witnesses,
                        standing.alarms().open().stream().map(words::alarm).toList(),
                        exports.stream().map(words::export).toList(),
                        events.newest(LogKind.DESTRUCTION).stream()
                                .map(words::erasure)
                                .toList(),
                        standing.calendar().months(false).stream()
                                .map(words::due)
                                .toList(),
                        officer.roles().contains(Role.PRIVACY_OFFICER) ? holds(words) : null,
                        form));
        return "console/log";
    }

    /** All whom the page names, in one query. */
    private OfficerNames.Called called(Optional<LogEvents.Event> verified, List<LogEvents.Event> exports) {
        return officers.of(Stream.concat(verified.stream(), exports.stream())
                .map(event -> event.text("officer"))
                .toList());
    }

    /** Why something is kept may tell of an inquiry, into whomever. */
    private List<LogView.HoldLine> holds(LogWords words) {
        return holds.to(lookUps.viewer()).stream().map(words::hold).toList();
    }
}
