package nl.sluiswachter.console.reporting;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.console.person.KeptQuestion;
import nl.sluiswachter.console.signin.Fresh;
import nl.sluiswachter.console.work.Task;
import nl.sluiswachter.console.work.WorkKind;
import nl.sluiswachter.console.work.Works;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.report.HoldBackRule;
import nl.sluiswachter.report.ReportPreview;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The report for a resident: asked for by a form, read before it is given, given as a file. */
@Controller
class ReportController {

    private static final String PATH = "/console/report";

    private final ReportDesk desk;
    private final Works works;
    private final SubjectKeys keys;
    private final IdSource ids;
    private final Clock clock;

    ReportController(ReportDesk desk, Works works, SubjectKeys keys, IdSource ids, Clock clock) {
        this.desk = desk;
        this.works = works;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String ask(
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Optional<StatedGround> stated = StatedGround.of(request);
        ReportForm form = ReportForm.fresh(
                Days.of(clock.instant()),
                Languages.of(locale),
                stated.map(StatedGround::reference).orElse(""));
        boolean expired = request.getParameter("expired") != null;
        model.addAttribute("view", new ReportView.Ask(form, stated.isPresent(), expired, errors));
        return "console/report";
    }

    /** What is found is the whole report, read from a screen instead of from paper. */
    @Fresh
    @PostMapping(PATH)
    String make(
            @ModelAttribute(name = FormErrors.ATTRIBUTE, binding = false) FormErrors errors,
            StatedGround stated,
            HttpServletRequest request,
            Model model) {
        ReportForm form = ReportForm.of(request);
        Optional<SubjectIdentity> subject = form.person().identity(keys, errors);
        Map<String, String> texts = form.texts(Days.of(clock.instant()), errors);
        if (!errors.isEmpty()) {
            model.addAttribute("view", new ReportView.Ask(form, true, false, errors));
            return "console/report";
        }
        KeptQuestion question = KeptQuestion.keep(request, ids, subject.orElseThrow(), texts);
        return "redirect:" + PATH + "/" + question.id() + "/1";
    }

    @GetMapping(PATH + "/{ask}/{part:[0-9]{1,3}}")
    String preview(
            @PathVariable("part") int part,
            StatedGround stated,
            KeptQuestion question,
            @ModelAttribute("officer") Officer officer,
            HttpServletRequest request,
            Model model) {
        ReportPreview preview = desk.preview(question, part, new ReportDesk.Desk(officer, stated), request);
        model.addAttribute(
                "view",
                new ReportView.Preview(
                        question.id(),
                        part,
                        preview.next().isPresent() && part < ReportDesk.MOST_PARTS,
                        preview.page(),
                        by(question.subject()),
                        stated.ground().opensConfidential(),
                        heldBack(preview, stated)));
        return "console/report-preview";
    }

    /** By POST, because by it the report is given. */
    @Fresh
    @PostMapping(PATH + "/{ask}/{part:[0-9]{1,3}}/pdf")
    String pdf(
            @PathVariable("part") int part,
            StatedGround stated,
            KeptQuestion question,
            @ModelAttribute("officer") Officer officer) {
        Task task = desk.give(question, part, new ReportDesk.Desk(officer, stated));
        return works.show(officer, WorkKind.REPORT, task);
    }

    private static String by(SubjectIdentity subject) {
        if (subject.byBsn().isPresent()) {
            return subject.bySet().isPresent() ? "BOTH" : "BSN";
        }
        return "SET";
    }

    /** Every rule, whatever was held back; how often only to who may know. */
    private static List<ReportView.Held> heldBack(ReportPreview preview, StatedGround stated) {
        return Arrays.stream(HoldBackRule.values())
                .map(rule -> new ReportView.Held(
                        rule.name(),
                        stated.ground().opensConfidential()
                                ? preview.heldBack().getOrDefault(rule, 0).toString()
                                : ""))
                .toList();
    }
}
