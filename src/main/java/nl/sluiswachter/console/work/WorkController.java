package nl.sluiswachter.console.work;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.console.AddressId;
import nl.sluiswachter.console.Download;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.console.NotHere;
import nl.sluiswachter.console.Officer;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The officer's own work: how far it is, and what it came to. That of others is not there. */
@Controller
class WorkController {

    private static final int REFRESH_SECONDS = 3;
    private static final String FILES = "files";

    private final Works works;

    WorkController(Works works) {
        this.works = works;
    }

    @GetMapping("/console/work")
    String list(
            @ModelAttribute("officer") Officer officer,
            @RequestParam(name = "full", required = false) String full,
            Locale locale,
            Model model) {
        List<WorkView.Item> items =
                works.of(officer).stream().map(work -> item(work, locale)).toList();
        boolean crowded = FILES.equals(full);
        model.addAttribute("view", new WorkView.MyWork(items, full != null && !crowded, crowded));
        return "console/works";
    }

    @GetMapping("/console/work/{id}")
    String show(@ModelAttribute("officer") Officer officer, @PathVariable("id") String id, Locale locale, Model model) {
        Work work = found(officer, id);
        if (work.running()) {
            model.addAttribute("refresh", REFRESH_SECONDS + ";url=/console/work/" + work.id() + "?refreshed");
        }
        model.addAttribute("view", view(officer, work, locale));
        return "console/work";
    }

    /** The changing part of the page. */
    @GetMapping("/console/work/{id}/progress")
    String progress(
            @ModelAttribute("officer") Officer officer, @PathVariable("id") String id, Locale locale, Model model) {
        model.addAttribute("view", view(officer, found(officer, id), locale));
        return "console/work :: progress";
    }

    @PostMapping("/console/work/{id}/cancel")
    String cancel(@ModelAttribute("officer") Officer officer, @PathVariable("id") String id) {
        Work work = found(officer, id);
        works.cancel(officer, work.id());
        return "redirect:/console/work/" + work.id();
    }

    @GetMapping("/console/work/{id}/file")
    ResponseEntity<InputStreamResource> file(
            @ModelAttribute("officer") Officer officer, @PathVariable("id") String id) {
        UUID work = found(officer, id).id();
        WorkResult.ResultFile file = works.result(officer, work)
                .flatMap(result -> Optional.ofNullable(result.file()))
                .orElseThrow(NotHere::new);
        return Download.of(file.name(), file.mediaType(), new InputStreamResource(works.content(officer, work, file)));
    }

    private WorkView view(Officer officer, Work work, Locale locale) {
        WorkView.Result result = works.result(officer, work.id())
                .map(one -> new WorkView.Result(
                        one.sentences(),
                        one.link(),
                        one.file() == null ? "" : one.file().name()))
                .orElse(new WorkView.Result(List.of(), "", ""));
        return new WorkView(item(work, locale), result);
    }

    private Work found(Officer officer, String id) {
        return AddressId.of(id).flatMap(known -> works.find(officer, known)).orElseThrow(NotHere::new);
    }

    private static WorkView.Item item(Work work, Locale locale) {
        return new WorkView.Item(
                work.id().toString(),
                work.kind().name(),
                work.state().name(),
                work.outcome().map(Enum::name).orElse(""),
                Here.moment(work.started(), locale),
                work.running(),
                work.kind().isShare(),
                work.percent(),
                work.done(),
                work.total(),
                work.rate(),
                work.spent().toSeconds(),
                work.left().map(Duration::toSeconds).orElse(-1L));
    }
}
