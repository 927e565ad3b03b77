package nl.sluiswachter.console.sharing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.console.ConsolePage;
import nl.sluiswachter.console.Download;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Spreadsheet;
import nl.sluiswachter.console.figures.Permission;
import nl.sluiswachter.console.sharing.Sharing.Found;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Who shares what with whom: the page, its picture as a file, and its table as a file. */
@Controller
class SharingController {

    /** With the picture, so many keep the page well under 300,000 bytes. */
    private static final int MOST_ROWS = 50;

    private static final String TRANSFERS = "/console/transfers";

    private final Sharing sharing;
    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final PictureStyle style = PictureStyle.read();

    SharingController(Sharing sharing, MessageSource messages, ITemplateEngine templates) {
        this.sharing = sharing;
        this.messages = messages;
        this.templates = templates;
    }

    @GetMapping("/console/sharing")
    String page(
            @RequestParam MultiValueMap<String, String> asked,
            @ModelAttribute("officer") Officer officer,
            Locale locale,
            Model model) {
        boolean byCapacity = byCapacity(asked);
        Found found = sharing.find(asked, byCapacity, locale);
        boolean transfers = ConsolePage.at(TRANSFERS)
                .filter(page -> page.isOpenTo(officer.roles()))
                .isPresent();
        Links links = new Links(found.counted().scope(), byCapacity, transfers, false);
        model.addAttribute("view", view(found, links));
        return "console/sharing";
    }

    @GetMapping("/console/sharing/picture.svg")
    ResponseEntity<byte[]> picture(@RequestParam MultiValueMap<String, String> asked, Locale locale) {
        boolean byCapacity = byCapacity(asked);
        Found found = sharing.find(asked, byCapacity, locale);
        SharingView view = view(found, new Links(found.counted().scope(), byCapacity, false, true));
        Context context = new Context(locale, Map.of("view", view, "style", style.text()));
        byte[] file = templates.process("console/sharing-file", context).getBytes(StandardCharsets.UTF_8);
        return Download.of("sluiswachter-sharing.svg", "image/svg+xml;charset=UTF-8", file);
    }

    @GetMapping("/console/sharing/lines.csv")
    ResponseEntity<byte[]> lines(@RequestParam MultiValueMap<String, String> asked, Locale locale) {
        Spreadsheet sheet = Spreadsheet.of(locale);
        Stream<String> lines = sharing.find(asked, byCapacity(asked), locale).happened().stream()
                .map(line -> sheet.line(List.of(
                        line.from().name(),
                        line.title(),
                        line.type(),
                        law(line.law(), locale),
                        line.article(),
                        line.to().name(),
                        Long.toString(line.permitted()),
                        Long.toString(line.refused()))));
        return Download.table(
                "sluiswachter-sharing.csv", Stream.concat(Stream.of(sheet.heading(headings(locale))), lines));
    }

    private List<String> headings(Locale locale) {
        return Stream.of("from", "title", "type", "law", "article", "to", "permitted", "refused")
                .map(column -> messages.getMessage("sharing.column." + column, null, locale))
                .toList();
    }

    private String law(Optional<Origin> law, Locale locale) {
        return messages.getMessage("law." + law.map(Enum::name).orElse("NONE"), null, locale);
    }

    private static SharingView view(Found found, Links links) {
        List<Line> all = found.happened();
        List<Line> drawn = found.drawn();
        List<Line> beyond = all.subList(Math.min(MOST_ROWS, all.size()), all.size());
        return new SharingView(
                found.form(),
                links.byCapacity(),
                sum(all, found.unused().size()),
                drawn.isEmpty() ? null : Drawing.of(drawn, links),
                all.stream().limit(MOST_ROWS).map(line -> row(line, links)).toList(),
                new SharingView.Rest(
                        beyond.size(),
                        beyond.stream().mapToLong(Line::permitted).sum(),
                        beyond.stream().mapToLong(Line::refused).sum()),
                found.unused().stream().map(one -> unused(one, found)).toList(),
                found.counted().tooMany());
    }

    private static SharingView.Sum sum(List<Line> lines, int unused) {
        List<Line> shared = lines.stream().filter(line -> line.permitted() > 0).toList();
        return new SharingView.Sum(
                shared.stream().mapToLong(Line::permitted).sum(),
                lines.stream().mapToLong(Line::refused).sum(),
                shared.stream().map(Line::from).distinct().count(),
                shared.stream().map(Line::to).distinct().count(),
                shared.stream().map(Line::type).distinct().count(),
                unused);
    }

    private static SharingView.Row row(Line line, Links links) {
        return new SharingView.Row(
                line.from().name(),
                line.type(),
                line.title(),
                "law." + line.law().map(Enum::name).orElse("NONE"),
                line.article(),
                line.to().name(),
                line.allowed(),
                line.permitted(),
                line.refused(),
                links.row(line));
    }

    private static SharingView.Unused unused(Permission one, Found found) {
        return new SharingView.Unused(
                one.type().id(),
                found.words().of(one.type().title()),
                "law." + one.rule().law().name(),
                one.rule().article(),
                found.lines().name(one.from()),
                found.lines().name(one.to()));
    }

    private static boolean byCapacity(MultiValueMap<String, String> asked) {
        return "capacity".equals(asked.getFirst("by"));
    }
}
