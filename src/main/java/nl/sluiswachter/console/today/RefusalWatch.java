package nl.sluiswachter.console.today;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Reason;
import nl.sluiswachter.catalogue.Reasons;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.transferlog.figures.Refusals;
import nl.sluiswachter.transferlog.figures.Rise;

/** Refusals that come more often than before, each with its reason and the way out. */
record RefusalWatch(Refusals refusals, ActiveCatalogue catalogue) implements Watch {

    private static final int MOST = 5;

    @Override
    public Set<Role> audience() {
        return Set.of(Role.PRIVACY_OFFICER, Role.POLICY_EDITOR);
    }

    @Override
    public List<Line> look(Reader reader) {
        return refusals.rising(reader.today(), MOST).stream()
                .map(rise -> line(rise, reader))
                .toList();
    }

    /** To the refusals themselves, for whoever may look transfers up; else to their reason, in the months that were compared. */
    static String link(Rise rise, Reader reader) {
        LocalDate today = reader.today();
        return reader.officer().roles().contains(Role.PRIVACY_OFFICER)
                ? "/console/transfers?outcome=DENY&reason=%s&from=%s&until=%s"
                        .formatted(rise.reason(), today.minusDays(6), today)
                : "/console/figures?from=%s&until=%s#reason-%s"
                        .formatted(YearMonth.from(today.minusWeeks(5)), reader.month(), rise.reason());
    }

    private Line line(Rise rise, Reader reader) {
        Language language = Languages.of(reader.locale());
        Reasons texts = catalogue.current().texts();
        Optional<Reason> reason = texts.named(rise.reason());
        String why = reason.map(known -> known.text().in(language)).orElse(rise.reason());
        String ways = reason.stream()
                .flatMap(known -> known.remedies().stream())
                .map(remedy -> texts.remedies().get(remedy).text().in(language))
                .collect(Collectors.joining(" "));
        Line line =
                reader.line(Urgency.KNOW, "refusals", link(rise, reader), rise.week(), Math.round(rise.before()), why);
        return new Line(line.urgency(), line.text(), ways, line.link());
    }
}
