package nl.sluiswachter.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault that somebody can write into the catalogue is named once, with its file, its line and what is expected. */
class FaultyCatalogueTest {

    private static final CatalogueFiles FILES = CatalogueFiles.in(Path.of("src/main/resources/catalogue"));

    private static final Pattern FOUND = Pattern.compile("line found([+-]\\d+)?");

    /** 81 letters. */
    private static final String TOO_LONG =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABC";

    private final CatalogueLoader loader = new CatalogueLoader();

    /** {@code ¶} begins a line of the catalogue, and another fault in what is expected. */
    @ParameterizedTest(name = "{3}")
    @CsvFileSource(resources = "/faulty/catalogues.csv", delimiter = '|')
    void namesTheFaultAndNothingElse(String file, String found, String written, String expected) {
        CatalogueFiles faulty =
                changed(file, found.replace("¶", "\n"), written == null ? "" : written.replace("¶", "\n"));

        assertThatThrownBy(() -> loader.load(faulty))
                .isInstanceOf(CatalogueException.class)
                .hasMessage(refusal(lines(expected, lineOf(file, found)).replaceAll(" *¶ *", System.lineSeparator())));
    }

    /** {@code line found-2} is two lines above what was found: adding to a catalogue file changes no expectation. */
    private static String lines(String expected, int found) {
        return FOUND.matcher(expected)
                .replaceAll(place ->
                        "line " + (found + Integer.parseInt(Objects.requireNonNullElse(place.group(1), "+0"))));
    }

    private static int lineOf(String file, String found) {
        String text = FILES.texts().get(file);
        int place = text.indexOf(found.replace("¶", "\n"));
        return (int) text.substring(0, place)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count()
                + 1;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "explanation: | remark: | line 2: remark is no member here; expected are articles, ",
                "en: Any professional | fr: Any professional | line 4: fr is no member here; expected are en, nl",
                "objectable: false | objectable: perhaps | line 17: objectable cannot be perhaps; expected is true or false",
                "bsn: ALLOWED | bsn: NOOIT | line 16: bsn cannot be NOOIT; expected is one of ",
                "retentionReceiver: P20Y | retentionReceiver: 20 jaar | line 35: retentionReceiver cannot be 20 jaar;"
                        + " expected is a term as ISO 8601 writes it, like P28D, P6M or P20Y, or UNKNOWN",
                "unlessInformed: true | unlessInformed: maybe | line 33: unlessInformed cannot be maybe; expected is true or false"
            })
    void namesTheLineOfAMemberThatCannotBeRead(String found, String written, String expected) {
        assertThatThrownBy(() -> loader.load(changed("types/VT_REPORT.yaml", found, written)))
                .isInstanceOf(CatalogueException.class)
                .hasMessageStartingWith(refusal("types/VT_REPORT.yaml, " + expected));
    }

    /** In a file with rules of their own the line is that of the rule, or of what they share. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "law: PW | lawn: PW | line 40: lawn is no member here; expected are articles, ",
                "objectable: true | objectable: perhaps | line 13: objectable cannot be perhaps; expected is true or false",
            })
    void namesTheLineInTheRuleOrAboveTheRules(String found, String written, String expected) {
        assertThatThrownBy(() -> loader.load(changed("types/CASE_CONFERENCE_SHARE.yaml", found, written)))
                .isInstanceOf(CatalogueException.class)
                .hasMessageStartingWith(refusal("types/CASE_CONFERENCE_SHARE.yaml, " + expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vt_report", "VT REPORT", "VT'REPORT", "", "1VT", TOO_LONG})
    void namesTheFileOfATypeThatIsNoCode(String id) {
        SortedMap<String, String> texts = new TreeMap<>(FILES.texts());
        texts.put("types/" + id + ".yaml", texts.get("types/VIR_FLAG.yaml"));

        assertThatThrownBy(() -> loader.load(new CatalogueFiles(texts)))
                .isInstanceOf(CatalogueException.class)
                .hasMessage(refusal("types/" + id
                        + ".yaml: the file of a type is named by 1 to 80 of A-Z, 0-9 and _, the first a letter"));
    }

    /** Who has one file wrong may have another wrong too, and wants to hear of both. */
    @Test
    void namesTheFaultOfEveryFileThatCannotBeReadAtOnce() {
        SortedMap<String, String> texts = new TreeMap<>(FILES.texts());
        texts.computeIfPresent("ages.yaml", (name, text) -> text + "regimes: {}\n");
        texts.computeIfPresent("articles.yaml", (name, text) -> text.replace("2026-07-01", "soon"));
        texts.computeIfPresent("reuse.yaml", (name, text) -> "WMO: a: b\n" + text);
        texts.computeIfPresent("types/VT_REPORT.yaml", (name, text) -> text.replace("bsn: ALLOWED", "bsn: PERHAPS"));
        texts.computeIfPresent("types/VIR_FLAG.yaml", (name, text) -> "\tno tabs\n" + text);
        texts.remove("voices.yaml");

        assertThatThrownBy(() -> loader.load(new CatalogueFiles(texts))).satisfies(refused -> {
            assertThat(refused.getMessage().lines().skip(1).map(line -> line.replaceAll(": .*", "")))
                    .containsExactlyInAnyOrder(
                            "ages.yaml, line " + lastLine(texts.get("ages.yaml")),
                            "articles.yaml, line " + lineOf("articles.yaml", "2026-07-01"),
                            "reuse.yaml, line 1",
                            "types/VT_REPORT.yaml, line " + lineOf("types/VT_REPORT.yaml", "bsn: ALLOWED"),
                            "types/VIR_FLAG.yaml, line 1",
                            "voices.yaml");
            assertThat(refused.getMessage())
                    .contains("regimes stands here twice; expected is once")
                    .contains("inForceFrom cannot be soon; expected is a day like 2026-01-31")
                    .contains("reuse.yaml, line 1: no YAML here: mapping values are not allowed here")
                    .contains("bsn cannot be PERHAPS; expected is one of ")
                    .contains("voices.yaml: the file is missing");
        });
    }

    private static long lastLine(String text) {
        return text.lines().count();
    }

    @Test
    void namesOnceWhatIsWrongInAllRulesOfAType() {
        CatalogueFiles faulty = changed("types/CASE_CONFERENCE_SHARE.yaml", "ageRegime: AVG", "ageRegime: WAMS");

        assertThatThrownBy(() -> loader.load(faulty))
                .satisfies(refused -> assertThat(refused.getMessage().lines().skip(1))
                        .doesNotHaveDuplicates()
                        .hasSize(1));
    }

    @Test
    void refusesACatalogueWithoutExchangeTypes() {
        SortedMap<String, String> texts = new TreeMap<>(FILES.texts());
        texts.keySet().removeIf(name -> name.startsWith("types/"));

        assertThatThrownBy(() -> loader.load(new CatalogueFiles(texts)))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("types/, line 1: at least one exchange type is expected");
    }

    /** A law may have its name before the first article of it is listed. */
    @Test
    void acceptsTheNameOfALawThatNoArticleCitesYet() {
        CatalogueFiles files =
                changed("voices.yaml", "laws:\n", "laws:\n  Wlz: {nl: de Wlz, en: the Long-term Care Act}\n");

        assertThat(loader.load(files).voices().laws()).containsKey("Wlz");
    }

    /** Five is the highest paragraph that an article of the repository has. */
    @Test
    void acceptsAsManyOrdinalsAsTheHighestParagraphNeeds() {
        assertThat(loader.load(withOrdinals(5)).voices().ordinals()).hasSize(5);
        assertThatThrownBy(() -> loader.load(withOrdinals(4)))
                .hasMessage(refusal(
                        "voices.yaml, line " + lineOf("voices.yaml", "ordinals:") + ": ordinals must go up to 5"));
    }

    private static CatalogueFiles withOrdinals(int count) {
        SortedMap<String, String> texts = new TreeMap<>(FILES.texts());
        texts.computeIfPresent("voices.yaml", (name, text) -> {
            String[] parts = text.split("(?<=\\nordinals:\\n)|(?=\\n\\n# A person)");
            String kept = String.join("\n", parts[1].lines().limit(count).toList());
            return parts[0] + kept + parts[2];
        });
        return new CatalogueFiles(texts);
    }

    private static String refusal(String sentences) {
        return "The catalogue is refused:" + System.lineSeparator() + sentences;
    }

    private static CatalogueFiles changed(String file, String found, String written) {
        SortedMap<String, String> texts = new TreeMap<>(FILES.texts());
        assertThat(texts.get(file)).as(file).contains(found);
        texts.computeIfPresent(
                file, (name, text) -> text.replaceFirst(Pattern.quote(found), Matcher.quoteReplacement(written)));
        return new CatalogueFiles(texts);
    }
}
