package nl.sluiswachter.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
    private static final int LONGEST_SENTENCE = 20;
    private static final double LONGEST_ON_AVERAGE = 13;
    private static final double PLAIN = 60;

    /** Words of lawyers and of systems. */
    private static final Set<String> JARGON = Set.of(
            "conform",
            "betreffende",
            "desbetreffende",
            "ingevolge",
            "krachtens",
            "teneinde",
            "dient",
            "dienen",
            "middels",
            "alsmede",
            "derhalve",
            "omtrent",
            "inzake",
            "jegens",
            "voornoemde",
            "onderhavige",
            "geschieden",
            "betrokkene",
            "betrokkenen",
            "verwerkingsverantwoordelijke",
            "verwerking",
            "verwerken",
            "persoonsgegevens",
            "grondslag",
            "grondslagen",
            "hoedanigheid",
            "doelbinding",
            "minimaliseren",
            "dataminimalisatie",
            "verstrekken",
            "verstrekking",
            "verkregen",
            "aangetroffen",
            "geregistreerd",
            "elfproef",
            "catalogus",
            "rechtsgrond",
            "bevoegd",
            "origin",
            "payload",
            "consent_required",
            "permit",
            "deny",
            "pursuant",
            "hereby",
            "thereof",
            "herein",
            "aforementioned",
            "controller",
            "processor",
            "minimisation",
            "disclosure",
            "provision",
            "precondition",
            "capacity",
            "eleven-test",
            "statute",
            "legal basis");

    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2,}_[A-Z_]+\\b|[{}<>]|sha256|/v1/");
    private static final Pattern PATH = Pattern.compile("\\b[a-z]+(_[a-z]+)*\\.[a-z]+(_[a-z]+)*\\b");
    private static final Pattern ABBREVIATED =
            Pattern.compile("\\b(art|jo|o\\.g|d\\.w\\.z|m\\.b\\.t|evt|bijv|resp)\\.");

    /** Decided once: every account is told of the same ones. */
    private static final List<RecordedDecision> DECISIONS = decisions().toList();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySentenceIsShortAndWithoutJargonCodesAndPaths(Language language) {
        Set<String> lines = new TreeSet<>();
        accounts(language).forEach(account -> account.text().lines().forEach(lines::add));

        assertThat(lines).hasSizeGreaterThan(300);
        assertThat(lines.stream().flatMap(line -> complaints(line).stream())).isEmpty();
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
        assertThat(complaints(office)).hasSizeGreaterThan(5);
        assertThat(complaints("Zie health.diagnosis.")).isNotEmpty();
        assertThat(complaints("De reden is CONSENT_REQUIRED.")).isNotEmpty();
        assertThat(complaints("Zie art. 5 van de wet.")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"toestemming, 3", "gemeente, 3", "uw, 1", "BSN, 1", "ouder, 2", "ideeën, 3", "bewijzen, 3"})
    void countsDutchSyllables(String word, int syllables) {
        assertThat(new Readability(Language.NL).syllables(word)).isEqualTo(syllables);
    }

    private static List<String> complaints(String line) {
        List<String> complaints = new ArrayList<>();
        for (String sentence : Readability.sentences(line)) {
            List<String> words = Readability.words(sentence);
            if (words.size() > LONGEST_SENTENCE) {
                complaints.add("has " + words.size() + " words: " + sentence);
            }
            words.stream()
                    .filter(JARGON::contains)
                    .forEach(word -> complaints.add(word + " is jargon in: " + sentence));
        }
        if (CODE.matcher(line).find() || PATH.matcher(line).find()) {
            complaints.add("holds a code or path: " + line);
        }
        if (ABBREVIATED.matcher(line).find()) {
            complaints.add("abbreviates: " + line);
        }
        return complaints;
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
        return Stream.of(cases, Stream.of(Code.values()).flatMap(Made::refusals), Made.refusals(), Made.permits())
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
