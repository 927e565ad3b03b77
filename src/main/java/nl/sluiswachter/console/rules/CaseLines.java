package nl.sluiswachter.console.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Reason;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.console.rules.ShippedCases.Case;
import nl.sluiswachter.explanation.Words;
import org.springframework.context.MessageSource;

/**
 * The cases of a type for one reader. Their names are English sentences; in another language a case is told by who, what must
 * come out and why, in the words of the catalogue, and those that come to the same stand together.
 *
 * @param named whether each is told by its name
 */
record CaseLines(List<Line> permitted, List<Line> refused, boolean named) {

    CaseLines {
        permitted = List.copyOf(permitted);
        refused = List.copyOf(refused);
    }

    /** @param times how many cases it tells of */
    record Line(String text, int times) {}

    /** How many there are, by what must come out. */
    static int cases(List<Line> lines) {
        return lines.stream().mapToInt(Line::times).sum();
    }

    public int permits() {
        return cases(permitted);
    }

    public int refusals() {
        return cases(refused);
    }

    public boolean isEmpty() {
        return permitted.isEmpty() && refused.isEmpty();
    }

    static CaseLines of(List<Case> cases, Catalogue law, MessageSource messages, Locale locale) {
        boolean named = Languages.of(locale) == Language.EN;
        Teller teller =
                new Teller(law, new Words(law, Voice.PROFESSIONAL, Languages.of(locale)), messages, locale, named);
        return new CaseLines(
                teller.lines(cases.stream().filter(Case::permitted)),
                teller.lines(cases.stream().filter(one -> !one.permitted())),
                named);
    }

    private record Teller(Catalogue law, Words words, MessageSource messages, Locale locale, boolean named) {

        private List<Line> lines(Stream<Case> cases) {
            Map<String, Integer> lines = new LinkedHashMap<>();
            cases.forEach(one -> lines.merge(named ? one.name() : sentence(one), 1, Integer::sum));
            return lines.entrySet().stream()
                    .map(line -> new Line(line.getKey(), line.getValue()))
                    .toList();
        }

        private String sentence(Case one) {
            String why = one.codes().stream().map(this::reason).collect(Collectors.joining(" "));
            String key = !one.permitted() ? "rule.case.deny" : why.isEmpty() ? "rule.case.permit" : "rule.case.part";
            Object[] values = {words.party(one.sender()), words.party(one.receiver()), why};
            return messages.getMessage(key, values, locale);
        }

        private String reason(String code) {
            return law.texts().named(code).map(Reason::text).map(words::of).orElse(code);
        }
    }
}
