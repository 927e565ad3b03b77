package nl.sluiswachter.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.console.Sentences.Said;
import nl.sluiswachter.transferlog.merkle.Distrust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Whatever a program says on a page of the console, a Dutch reader reads it in Dutch. */
class SentencesTest {

    private static final Path CODE = Path.of("src", "main", "java", "nl", "sluiswachter");
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final Pattern LITERAL =
            Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"(?:\\s*\\+\\s*\"((?:[^\"\\\\\\n]|\\\\.)*)\")*");
    private static final Pattern PIECE = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern SENTENCE = Pattern.compile("(?s)[A-Z%].* .*(\\.|%s)");

    /** What they say when a log is read from the database, a proof is made on the spot, or a version is on its way. */
    private static final List<String> PROGRAMS = List.of(
            "verifier/Anchor",
            "verifier/Compared",
            "verifier/Database",
            "verifier/Destroyed",
            "verifier/Destruction",
            "verifier/Entry",
            "verifier/EntryParser",
            "verifier/Filed",
            "verifier/Findings",
            "verifier/InOrder",
            "verifier/Leaves",
            "verifier/LogCheck",
            "verifier/LogKey",
            "verifier/LogSource",
            "verifier/OnceOnly",
            "verifier/Places",
            "verifier/StretchCheck",
            "console/logpage/LogVerification",
            "activation/Activation",
            "activation/ApprovalDesk",
            "activation/Reviews");

    /** They add what they find to the faults of a catalogue. */
    private static final List<String> FAULTY = List.of("CatalogueCheck", "RuleCheck", "TypeCheck");

    private static final Pattern FAULT = Pattern.compile("(?s)(?:faults\\s*\\.add|\\bfault)\\((.*?)\\)+;");
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)\\b(expected|needs|names|must|cannot|although|which|the|missing"
                    + "|belongs|stands|here|asks|cites|says|this|list|at least|one of|term)\\b");

    private final Sentences sentences = new Sentences(words());

    private static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("console/words");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }

    static Stream<String> everything() {
        return Stream.concat(
                PROGRAMS.stream().flatMap(SentencesTest::saidBy),
                Stream.of(Distrust.values()).map(Distrust::sentence));
    }

    /** The sentences in a source, with something at every place. */
    private static Stream<String> saidBy(String program) {
        List<String> said = LITERAL.matcher(text(CODE.resolve(program + ".java")))
                .results()
                .map(MatchResult::group)
                .map(SentencesTest::joined)
                .filter(text -> SENTENCE.matcher(text).matches())
                .map(text -> text.replaceAll("\\.%s$", ".").replace("%d", "7").replace("%s", "x"))
                .toList();
        assertThat(said).as(program).isNotEmpty();
        return said.stream();
    }

    private static String joined(String literals) {
        return PIECE.matcher(literals).results().map(piece -> piece.group(1)).collect(Collectors.joining());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Said dutch(String sentence) {
        List<Said> all = sentences.of(sentence, DUTCH);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @ParameterizedTest
    @MethodSource("everything")
    @ValueSource(
            strings = {
                "The entry at x was destroyed and no entry of the log that is to be believed tells of it: its leaf has hash x.",
                "There is no checkpoint, so there is no log to verify.",
                "No checkpoint of the log was cosigned by enough witnesses.",
                "The log x has 7 leaves with root x.",
                "For the newest 7 leaves no witness vouches yet.",
                "The witness x saw the log with 7 leaves at x.",
                "Every leaf is under that root, and every position of an instance is there once.",
                "The entries themselves were not there to compare.",
                "There is no receipt in the file.",
                "It is the decision PERMIT on transfer x.",
                "The log cannot be read: IOException.",
                "the file cannot be read as a zip",
                "the zip has more than 300 entries",
                "the zip has more than 2048 kB unpacked",
                "entry 3 of the zip has a name that is no plain path of letters and digits",
                "types/X.yaml: stands twice in the zip",
                "ages.yaml: the file is missing",
                "types/X.yaml: cannot be read"
            })
    void hasDutchWordsForIt(String sentence) {
        Said said = dutch(sentence);

        assertThat(said.lang()).as(sentence).isNull();
        assertThat(said.text()).isNotEqualTo(sentence).doesNotContain("{", "}");
    }

    @Test
    void putsNumbersHashesTimesAndPlacesIntoTheWords() {
        assertThat(dutch("The log sluiswachter/1 has 1234567 leaves with root sha256:ab.")
                        .text())
                .isEqualTo("Het logboek sluiswachter/1 telt 1.234.567 aantekeningen, met vingerafdruk sha256:ab.");
        assertThat(dutch("The entry at shard 3, position 1200 (leaf 4000) was changed: its content has hash aa and its"
                                + " leaf has bb.")
                        .text())
                .isEqualTo("De aantekening op deel 3, positie 1200 (plaats 4000) is veranderd: haar inhoud heeft"
                        + " vingerafdruk aa en vastgelegd is bb.");
        assertThat(dutch("The witness w saw the log with 5 leaves at 2026-11-22T11:00:00Z.")
                        .text())
                .contains("22 november 2026", "12:00");
        assertThat(dutch("Two different officers must have approved this version; so far 1 did.")
                        .text())
                .endsWith("Tot nu toe deed één persoon dat.");
    }

    @Test
    void putsASentenceWithinAnotherIntoWordsToo() {
        assertThat(dutch("Not believed, and nothing is gone by it: The entry of leaf 3 tells that leaf 9 was destroyed,"
                                + " which came after it.")
                        .text())
                .isEqualTo("Niet geloofd, en er is niets door weg: De aantekening op plaats 3 vertelt dat plaats 9 is"
                        + " vernietigd, maar die kwam daarna.");
        assertThat(dutch("The checkpoint of the log is not to be believed: " + Distrust.FORGED.sentence())
                        .text())
                .startsWith("De vastgelegde stand van het logboek is niet te geloven: Een handtekening onder");
        assertThat(dutch(
                                "7 entries were destroyed after their term: each is named with its hash, by one of 2 entries of"
                                        + " the log. Of those named, 3 are still there.")
                        .text())
                .endsWith("Van de genoemde zijn er 3 nog.");
    }

    @Test
    void saysInEnglishWhatTheProgramSaid() {
        String sentence = "The leaves from 512 on are gone: the checkpoint says there are 600.";

        assertThat(sentences.of(sentence, Locale.ENGLISH)).containsExactly(new Said(sentence, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Something that nobody put into words.",
                "",
                "{0}",
                "' {1,number",
                "The log {0} has",
                "The seed is missing"
            })
    void leavesWhatItDoesNotKnowAsItIsAndMarksItAsEnglish(String sentence) {
        assertThat(sentences.of(sentence + "\n", DUTCH)).containsExactly(new Said(sentence, "en"));
    }

    @Test
    void tellsEveryFaultOfARefusedCatalogueOnALineOfItsOwn() {
        List<Said> all = sentences.of(
                "The catalogue is refused:\ntypes/X.yaml, line 3: rules cannot be read; expected is a list", DUTCH);

        assertThat(all.get(0).lang()).isNull();
        assertThat(all.get(1))
                .isEqualTo(new Said("types/X.yaml, regel 3: rules is niet te lezen; verwacht: een lijst", null));
    }

    /** What a check of the catalogue complains about, with something at every place. */
    static Stream<String> faults() {
        return FAULTY.stream().flatMap(program -> {
            List<String> told = FAULT.matcher(text(CODE.resolve("catalogue/" + program + ".java")))
                    .results()
                    .map(found -> lastOf(found.group(1)))
                    .filter(text -> text.contains("\""))
                    .map(SentencesTest::withSomethingAtEveryPlace)
                    .toList();
            assertThat(told).as(program).isNotEmpty();
            return told.stream();
        });
    }

    /** The last argument of a call. */
    private static String lastOf(String arguments) {
        boolean quoted = false;
        int deep = 0;
        int start = 0;
        for (int at = 0; at < arguments.length(); at++) {
            char one = arguments.charAt(at);
            quoted ^= one == '"';
            if (!quoted) {
                deep += one == '(' ? 1 : one == ')' ? -1 : 0;
                start = one == ',' && deep == 0 ? at + 1 : start;
            }
        }
        return arguments.substring(start);
    }

    private static String withSomethingAtEveryPlace(String expression) {
        StringBuilder sentence = new StringBuilder();
        int end = 0;
        for (MatchResult piece : PIECE.matcher(expression).results().toList()) {
            String between = expression.substring(end, piece.start()).replaceAll("[+\\s]", "");
            sentence.append(between.isEmpty() ? "" : "x").append(piece.group(1));
            end = piece.end();
        }
        return sentence + (expression.substring(end).replaceAll("[+\\s]", "").isEmpty() ? "" : "x");
    }

    @ParameterizedTest
    @MethodSource("faults")
    @ValueSource(
            strings = {
                "x is no member here; expected are none",
                "x cannot be y; expected is one of A, B",
                "this cannot be read; expected is a list",
                "x cannot be read; expected is a single value",
                "x cannot be read; expected is a group of members",
                "x cannot be y; expected is true or false",
                "x cannot be y; expected is a day like 2026-01-31",
                "x cannot be y; expected is a term as ISO 8601 writes it, like P28D, P6M or P20Y",
                "x cannot be y; expected is a term as ISO 8601 writes it, like P28D, P6M or P20Y, or UNKNOWN",
                "x stands here twice; expected is once",
                "x.y needs a text in nl and en for each reader",
                "x.y belongs to nothing in the catalogue",
                "x.y has an unknown placeholder {name}; expected is none",
                "A term or UNKNOWN is expected",
                "A capacity is 2 to 40 capitals, digits and underscores",
                "no YAML here: x",
                "x must be written as <law> art. <number> lid <n> onder <letter>",
                "ordinals must go up to 7",
                "the file of a type is named by 1 to 80 of A-Z, 0-9 and _, the first a letter",
                "rules must be a list of 1 to 100 rules"
            })
    void tellsAFaultOfACatalogueInDutchAfterItsFileAndLine(String fault) {
        Said said = dutch("types/X.yaml, line 1203: " + fault);

        assertThat(said.lang()).isNull();
        assertThat(said.text()).startsWith("types/X.yaml, regel 1203: ").doesNotContainPattern(ENGLISH);
    }

    @Test
    void takesNoLongerForASentenceThatWasMadeToBeSlow() {
        String hostile = "The entry at " + " with hash ".repeat(20_000);

        assertThat(dutch(hostile.strip()).lang()).isEqualTo("en");
    }
}
