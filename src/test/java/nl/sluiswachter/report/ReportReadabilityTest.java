package nl.sluiswachter.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.explanation.PlainLanguage;
import nl.sluiswachter.explanation.Readability;
import nl.sluiswachter.facts.FactKind;
import nl.sluiswachter.transferlog.search.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of the report itself, held to plain language as every explanation is. */
class ReportReadabilityTest {

    private static final double PLAIN = 60;

    /** A name is what it is. */
    private static final String AUTHORITY = "Autoriteit Persoonsgegevens";

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("from", "1 mei 2026"),
            Map.entry("until", "2 mei 2026"),
            Map.entry("date", "2 mei 2026"),
            Map.entry("sender", "De Brug"),
            Map.entry("receiver", "De Linde"),
            Map.entry("party", "De Brug"),
            Map.entry("by", "De Brug"),
            Map.entry("role", "ouder"),
            Map.entry("task", "een kind op tijd helpen"),
            Map.entry("times", "3"),
            Map.entry("number", "7"),
            Map.entry("contact", "14 020"));

    private static Stream<String> texts(Language language) {
        ReportWords words = ReportWords.load().in(language);
        return Arrays.stream(ReportPhrase.values()).map(phrase -> words.of(phrase, VALUES));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySentenceIsShortAndWithoutJargonCodesAndPaths(Language language) {
        assertThat(texts(language)
                        .map(text -> text.replace(AUTHORITY, "AP"))
                        .flatMap(text -> PlainLanguage.complaints(text).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWholeScoresAsPlainLanguage(Language language) {
        List<String> sentences = texts(language)
                .filter(text -> text.endsWith(".") || text.endsWith("?"))
                .flatMap(text -> Readability.sentences(text).stream())
                .toList();

        assertThat(sentences).hasSizeGreaterThan(60);
        assertThat(new Readability(language).score(sentences)).isGreaterThanOrEqualTo(PLAIN);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPlaceInASentenceIsFilled(Language language) {
        assertThat(texts(language)).noneMatch(text -> text.contains("{") || text.contains("  ") || text.contains(" ."));
    }

    /** What a code is told with is found by its name. */
    @Test
    void everyCodeHasWords() {
        assertThat(Stream.of(Ground.values()).map(code -> ReportPhrase.of("GROUND_", code)))
                .doesNotContainNull();
        assertThat(Stream.of(FactKind.values()).map(code -> ReportPhrase.of("FACT_", code)))
                .doesNotContainNull();
        assertThat(Stream.of(ConsentState.values()).map(code -> ReportPhrase.of("CONSENT_", code)))
                .doesNotContainNull();
        assertThat(Stream.of(Relation.values())
                        .filter(relation -> relation != Relation.SUBJECT)
                        .map(code -> ReportPhrase.of("ROLE_", code)))
                .doesNotContainNull();
    }
}
