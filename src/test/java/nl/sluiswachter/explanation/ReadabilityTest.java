package nl.sluiswachter.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.transfer.SomeDecision;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.SomeRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that can be said to a person, held to plain language: about B1 in Dutch, and as plain in English. */
class ReadabilityTest {
    private static final double LONGEST_ON_AVERAGE = 13;
    private static final double PLAIN = 60;

    /** Decided once: every account is told of the same ones. */
    private static final List<RecordedDecision> DECISIONS = decisions().toList();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySentenceIsShortAndWithoutJargonCodesAndPaths(Language language) {
        Set<String> lines = new TreeSet<>();
        accounts(language).forEach(account -> account.text().lines().forEach(lines::add));

        assertThat(lines).hasSizeGreaterThan(300);
        assertThat(lines.stream().flatMap(line -> PlainLanguage.complaints(line).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyAccountScoresAsPlainLanguage(Language language) {
        Readability readability = new Readability(language);
        Set<List<String>> accounts =
                accounts(language).map(ReadabilityTest::sentences).collect(Collectors.toCollection(LinkedHashSet::new));

        assertThat(accounts).hasSizeGreaterThan(200).allSatisfy(sentences -> {
            assertThat(readability.score(sentences)).isGreaterThanOrEqualTo(PLAIN);
            assertThat(readability.wordsPerSentence(sentences)).isLessThanOrEqualTo(LONGEST_ON_AVERAGE);
        });
    }

    /** A ruler that calls everything plain measures nothing. */
    @Test
    void refusesTheLanguageOfOffices() {
        String office = "Ingevolge artikel 5.2.5 dient de verwerkingsverantwoordelijke de desbetreffende"
                + " persoonsgegevens conform de vigerende privacywetgeving te minimaliseren, teneinde de"
                + " proportionaliteit van de gegevensverwerking te kunnen waarborgen jegens betrokkene.";

        assertThat(new Readability(Language.NL).score(List.of(office))).isLessThan(0);
        assertThat(PlainLanguage.complaints(office)).hasSizeGreaterThan(5);
        assertThat(PlainLanguage.complaints("Zie health.diagnosis.")).isNotEmpty();
        assertThat(PlainLanguage.complaints("De reden is CONSENT_REQUIRED.")).isNotEmpty();
        assertThat(PlainLanguage.complaints("Zie art. 5 van de wet.")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"toestemming, 3", "gemeente, 3", "uw, 1", "BSN, 1", "ouder, 2", "ideeën, 3", "bewijzen, 3"})
    void countsDutchSyllables(String word, int syllables) {
        assertThat(new Readability(Language.NL).syllables(word)).isEqualTo(syllables);
    }

    private static Stream<Account> accounts(Language language) {
        return Stream.of(Voice.values()).flatMap(voice -> DECISIONS.stream()
                .map(decision -> Narrator.tell(decision, Made.LAW, voice, language)));
    }

    private static Stream<RecordedDecision> decisions() {
        Stream<RecordedDecision> cases = SomeDecision.inEveryCase()
                .filter(decided -> decided.submitted().catalogue().version().equals(Made.LAW.version()))
                .map(SomeRecord::of)
                .flatMap(decision ->
                        decision.permit() ? Stream.of(decision, decision.forReceiver()) : Stream.of(decision));
        return Stream.of(
                        cases,
                        Stream.of(Code.values()).flatMap(Made::refusals),
                        Made.refusals(),
                        Made.permits(),
                        Made.permits().map(Made::supposed))
                .flatMap(all -> all);
    }

    private static List<String> sentences(Account account) {
        return account.paragraphs().stream()
                .flatMap(paragraph -> Stream.concat(
                        paragraph.sentences().stream(),
                        paragraph.items().stream().filter(item -> item.endsWith("."))))
                .flatMap(text -> Readability.sentences(text).stream())
                .toList();
    }
}
