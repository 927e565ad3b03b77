package nl.sluiswachter.console.sharing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.console.figures.Counted;
import nl.sluiswachter.console.figures.Counts;
import nl.sluiswachter.console.figures.Permission;
import nl.sluiswachter.console.figures.Scope;
import nl.sluiswachter.console.figures.ScopeForm;
import nl.sluiswachter.explanation.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads what was shared and what is allowed, for the page and its files. */
@Component
class Sharing {

    /** Most strands of what was not used that are drawn; of more only the types are named. */
    private static final int MOST_UNUSED = 24;

    private static final int MONTHS = 3;

    private final Counts counts;
    private final ActiveCatalogue catalogue;
    private final MessageSource messages;
    private final Clock clock;

    Sharing(Counts counts, ActiveCatalogue catalogue, MessageSource messages, Clock clock) {
        this.counts = counts;
        this.catalogue = catalogue;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param happened every line, the largest first
     */
    record Found(
            Counted counted, ScopeForm form, Lines lines, List<Line> happened, List<Permission> unused, Words words) {

        /** What is drawn: all that happened, and what did not. */
        List<Line> drawn() {
            List<Line> strands = unused.stream()
                    .flatMap(lines::between)
                    .limit(MOST_UNUSED + 1L)
                    .toList();
            Stream<Line> ghosts = strands.size() > MOST_UNUSED
                    ? unused.stream()
                            .map(one ->
                                    lines.between(one).findFirst().orElseThrow().loose())
                            .distinct()
                    : strands.stream();
            return Stream.concat(happened.stream(), ghosts).toList();
        }
    }

    Found find(MultiValueMap<String, String> asked, boolean byCapacity, Locale locale) {
        Catalogue law = catalogue.current();
        YearMonth current = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        Counted counted = counts.of(Scope.read(asked, law, current, MONTHS), law);
        Words words = new Words(law, Voice.PROFESSIONAL, Languages.of(locale));
        String unknown = messages.getMessage("sharing.unknown", null, locale);
        Ends ends = new Ends(counted.attribution(), counted.parties(), words, byCapacity, unknown);
        Lines lines = new Lines(counted, ends, words);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new Found(
                counted,
                ScopeForm.of(counted.scope(), law, counted.parties(), current, locale),
                lines,
                lines.happened(),
                counted.tooMany() ? List.of() : lines.unused(today),
                words);
    }
}
