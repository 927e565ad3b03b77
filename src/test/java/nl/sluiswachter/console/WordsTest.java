package nl.sluiswachter.console;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.BsnRight;
import nl.sluiswachter.catalogue.ConsentDemand;
import nl.sluiswachter.catalogue.GiverRule;
import nl.sluiswachter.catalogue.Household;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.SecrecyLift;
import nl.sluiswachter.catalogue.Urgency;
import nl.sluiswachter.consent.AgeBand;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.consent.Freedom;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.consent.InvalidityReason;
import nl.sluiswachter.consent.Mandate;
import nl.sluiswachter.consent.Shown;
import nl.sluiswachter.console.work.WorkKind;
import nl.sluiswachter.console.work.WorkOutcome;
import nl.sluiswachter.console.work.WorkState;
import nl.sluiswachter.party.Ending;
import nl.sluiswachter.report.HoldBackRule;
import nl.sluiswachter.report.Verdict;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.figures.Acknowledged.Within;
import nl.sluiswachter.transferlog.retention.Hold;
import nl.sluiswachter.transferlog.task.ReviewVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word of the console stands in both languages. */
class WordsTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates", "console");
    private static final Path CLASSES = Path.of("src", "main", "java", "nl", "sluiswachter", "console");
    private static final Pattern COMPLAINT = Pattern.compile("\"([a-z]+\\.error\\.[A-Za-z]+)\"");
    private static final Pattern PATTERN = Pattern.compile("#\\{\\|([a-z][a-z.-]*\\.)\\$\\{");
    private static final Pattern CALAMITY = Pattern.compile("new Calamity\\(([^\\n]*)");
    private static final Pattern STRING = Pattern.compile("\"([a-z][a-z-]*)\"");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[(}]");

    /** Two words for one body read as two bodies. */
    @ParameterizedTest
    @ValueSource(strings = {"console", "report", "catalogue", "templates"})
    void callsTheMunicipalityByOneWordInEnglish(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources", folder))) {
            for (Path file : files.filter(one -> one.toString().matches(".*\\.(properties|yaml|html)"))
                    .toList()) {
                assertThat(Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")))
                        .as(file.toString())
                        .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("council"));
            }
        }
    }

    @Test
    void hasTheSameKeysInBothLanguages() {
        assertThat(words("words_en").stringPropertyNames())
                .isEqualTo(words("words").stringPropertyNames());
    }

    @Test
    void leavesNoWordEmpty() {
        Stream.of("words", "words_en").forEach(file -> words(file)
                .forEach((key, text) ->
                        assertThat(text.toString()).as(key.toString()).isNotBlank()));
    }

    @Test
    void hasEveryKeyThatAPageNames() throws IOException {
        Set<String> named = new HashSet<>();
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            files.forEach(file -> named.addAll(keys(file)));
        }

        assertThat(named).isNotEmpty();
        assertThat(words("words").stringPropertyNames()).containsAll(named);
    }

    @Test
    void hasEveryComplaintThatAPageMakes() throws IOException {
        Set<String> named = new HashSet<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            files.filter(Files::isRegularFile).forEach(file -> COMPLAINT
                    .matcher(read(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(named::add));
        }

        assertThat(named).isNotEmpty();
        assertThat(words("words").stringPropertyNames()).containsAll(named);
    }

    @Test
    void hasAWordForEveryPageRoleAndRule() {
        Set<String> named = new HashSet<>();
        add(named, "page.", ConsolePage.values());
        add(named, "demand.", ConsentDemand.values());
        add(named, "age.", AgeBand.values());
        add(named, "giver.", GiverRule.values());
        add(named, "secrecy.", SecrecyLift.values());
        add(named, "bsn.", BsnRight.values());
        add(named, "household.", Household.values());
        add(named, "urgency.", Urgency.values());
        add(named, "technical.ending.", Ending.Kind.values());
        add(named, "law.", Origin.values());
        add(named, "within.", Within.values());
        add(named, "share.consent.", Giver.Relation.values());
        add(named, "review.reason.", ReviewVerdict.Reason.values());
        add(named, "review.outcome.", ReviewVerdict.Outcome.values());
        add(named, "review.reason.", Verdict.Reason.values());
        add(named, "review.outcome.", Verdict.Outcome.values());
        add(named, "log.kind.", LogKind.values());
        add(named, "log.hold.", Hold.Ground.values());
        add(named, "work.kind.", WorkKind.values());
        add(named, "work.state.", WorkState.values());
        add(named, "work.outcome.", WorkOutcome.values());
        add(named, "giver.", Giver.Relation.values());
        add(named, "consent.state.", ConsentState.values());
        add(named, "consent.kind.", ConsentKind.values());
        add(named, "consent.mandate.", Mandate.values());
        add(named, "consent.channel.", Shown.Channel.values());
        add(named, "consent.reason.", InvalidityReason.values());
        add(named, "report.rule.", HoldBackRule.values());
        add(named, "report.law.", HoldBackRule.values());
        add(named, "report.language.", Language.values());
        new Freedom(false, false, false, false)
                .unconfirmed().stream().map(point -> "consent.unfree." + point).forEach(named::add);
        Arrays.stream(Role.values()).map(role -> "role." + role.claim()).forEach(named::add);

        assertThat(words("words").stringPropertyNames()).containsAll(named);
    }

    /** What a page puts together of a word and a code; a page that builds a key of its own has to be named here. */
    private static final Map<String, Stream<String>> BUILT = Map.ofEntries(
            entry("today.", constants("console.today.Urgency")),
            entry("transfers.state.", constants("console.transfers.TransferState")),
            entry("transfers.why.", constants("delivery.Failure")),
            entry("transfers.delivery.", constants("delivery.Stall")),
            entry("transfers.outcome.", Stream.of("PERMIT", "DENY")),
            entry("transfers.kind.", Stream.of("DECISION", "DRY_RUN", "ALL")),
            entry("transfers.column.", Stream.of("moment", "what", "sender", "receiver", "state")),
            entry("transfers.", Stream.of("from", "until", "party", "sender", "receiver", "party.hint", "sender.hint")),
            entry("transfer.fields.", Stream.of("field", "person", "offered", "went", "why")),
            entry("rule.mark.", constants("console.rules.TypeView$Mark")),
            entry("version.kind.", constants("console.rules.TypeDifference$Kind")),
            entry(
                    "sharing.ribbon.",
                    constants("console.sharing.Strand$Kind").map(kind -> kind.toLowerCase(Locale.ROOT))),
            entry("work.ended.", constants("console.work.WorkState").filter(state -> !state.equals("RUNNING"))),
            entry("work.", Stream.of("steps", "entries", "took", "counted", "entries.took", "entries.counted")),
            entry("log.failure.", constants("transferlog.witness.Failure")),
            entry("log.alarm.", constants("transferlog.tree.Suspicion$Finding")),
            entry("log.export.", constants("transferlog.search.Export$Form")),
            entry("log.scope.", Stream.of("SUBJECT", "TRANSFER", "CASE", "PERIOD")),
            entry("ground.", constants("transferlog.search.Ground").filter(ground -> !ground.equals("LOGBOOK_READ"))),
            entry("consent.until.", Stream.of("day", "moment", "none")),
            entry("receipt.close.", constants("consent.ConsentState").filter(state -> !state.equals("REQUESTED"))),
            entry("rehearsal.", Stream.of("PERMIT", "DENY")),
            entry("report.subject.", Stream.of("BSN", "SET", "BOTH")),
            entry("review.", Stream.of("HUMAN_REVIEW", "SECRECY_SET_ASIDE")),
            entry("calm.", calamities()));

    @Test
    void hasEveryKeyThatAPageBuilds() throws IOException {
        Set<String> known = words("words").stringPropertyNames();
        Set<String> prefixes = new HashSet<>();
        BUILT.forEach((prefix, ends) -> {
            prefixes.add(prefix);
            assertThat(ends.map(end -> prefix + end)).as(prefix).isNotEmpty().isSubsetOf(known);
        });
        prefixes.addAll(Set.of("page.", "role.", "demand.", "age.", "giver.", "secrecy.", "bsn.", "household."));
        prefixes.addAll(Set.of("urgency.", "technical.ending.", "law.", "review.reason.", "review.outcome."));
        prefixes.addAll(Set.of("work.kind.", "work.state.", "work.outcome.", "report.rule.", "report.law."));
        prefixes.addAll(Set.of("report.language.", "consent.state.", "consent.kind.", "consent.mandate."));
        prefixes.addAll(Set.of("consent.channel.", "consent.reason.", "consent.unfree."));

        try (Stream<Path> files = Files.list(TEMPLATES)) {
            assertThat(files.flatMap(file -> PATTERN.matcher(read(file)).results())
                            .map(found -> found.group(1)))
                    .isNotEmpty()
                    .isSubsetOf(prefixes);
        }
    }

    /** Also of what is not open to other packages. */
    private static Stream<String> constants(String name) {
        try {
            return Arrays.stream(Class.forName("nl.sluiswachter." + name).getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Stream<String> calamities() {
        return CALAMITY.matcher(read(CLASSES.resolve("CalmFilter.java")))
                .results()
                .flatMap(found -> STRING.matcher(found.group(1)).results())
                .map(word -> word.group(1))
                .flatMap(word -> Stream.of(word + ".title", word + ".text"));
    }

    /** The officer for privacy is called one thing, and each law by its name. */
    @Test
    void hasOneDutchWordForThePrivacyOfficer() throws IOException {
        for (String folder : List.of("console", "report", "catalogue")) {
            try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources", folder))) {
                assertThat(files.filter(one -> one.toString().matches(".*(words\\.properties|\\.yaml)"))
                                .flatMap(file -> read(file).lines())
                                .filter(line -> !line.startsWith("#"))
                                .flatMap(line -> Stream.of(line.split(", en: ")[0]))
                                .filter(line -> line.toLowerCase(Locale.ROOT).contains("privacy officer")))
                        .isEmpty();
            }
        }
    }

    @Test
    void hasAnArticleOfEachPlanForALawInWords() throws IOException {
        Set<String> named = read(Path.of("src/main/resources/catalogue/articles.yaml"))
                .lines()
                .filter(line -> line.startsWith("\"WAMS:"))
                .map(line -> "article." + line.split("\"")[1].replace(':', '.'))
                .collect(Collectors.toSet());

        assertThat(named).isNotEmpty();
        assertThat(words("words").stringPropertyNames()).containsAll(named);
    }

    /** A number beside "within an hour" that leaves out what came within a minute reads as if hardly anybody answered. */
    @ParameterizedTest
    @CsvSource({"words, na een , binnen een ", "words_en, after a , within a"})
    void saysOfEachTimeToAnswerAfterWhichOneItComes(String file, String after, String within) {
        assertThat(Stream.of(Within.HOUR, Within.DAY, Within.WEEK)
                        .map(bucket -> words(file).getProperty("within." + bucket)))
                .allSatisfy(label -> assertThat(label).startsWith(after.strip()).contains(", " + within.strip()));
    }

    /** The rules are the law; what the log has are entries ("aantekeningen"), and what a table has are rows ("rijen"). */
    @Test
    void callsNothingRulesInDutchButTheRules() {
        Properties english = words("words_en");
        Pattern dutch = Pattern.compile("\\bregels?\\b", Pattern.CASE_INSENSITIVE);
        Pattern rule = Pattern.compile("\\b(rules?|catalogue|line \\{1\\})", Pattern.CASE_INSENSITIVE);

        assertThat(words("words").entrySet().stream()
                        .filter(word -> dutch.matcher((String) word.getValue()).find())
                        .map(word -> (String) word.getKey())
                        .filter(key -> !rule.matcher(english.getProperty(key)).find()))
                .isEmpty();
    }

    @Test
    void callsALawALaw() {
        assertThat(Stream.of("law.ZVW", "law.SCHOOL").map(law -> said(law))).allMatch(name -> name.endsWith("wetten"));
    }

    @Test
    void tellsHowLongWorkTookAsPeopleSayIt() {
        assertThat(Stream.of(0L, 1L, 12L).map(spent -> said("work.seconds", spent)))
                .containsExactly(
                        "Het duurde minder dan een seconde.", "Het duurde 1 seconde.", "Het duurde 12 seconden.");
        assertThat(said("work.took", 2L, 1L, 1L)).isEqualTo("Het duurde 2 seconden: 1 stap, 1 per seconde.");
        assertThat(said("work.entries.took", 2L, 1L, 1L))
                .isEqualTo("Het duurde 2 seconden: 1 aantekening, 1 per seconde.");
        assertThat(said("work.entries", 1200L, 4000L, 30, 600L))
                .isEqualTo("1.200 van 4.000 aantekeningen (30%), 600 per seconde");
        assertThat(said("work.counted", 0L, 30L)).isEqualTo("Het duurde minder dan een seconde: 30 stappen.");
    }

    @Test
    void countsInEnglishAsPeopleSayIt() {
        assertThat(inEnglish("today.refusals", 1L, 0L, "x"))
                .isEqualTo(
                        "Refused more often: once in the last seven days, less than once a week before. First reason: x");
        assertThat(inEnglish("today.refusals", 1200L, 2L, "x")).contains(" 1,200 times in ", " 2 times a week ");
        assertThat(inEnglish("sharing.open", 1L, "a", "b", "c")).isEqualTo("Open what was shared once: a, b, c");
        assertThat(words("words_en").values().stream().map(String.class::cast))
                .noneMatch(text -> text.matches(".*(?<!<)\\{[0-9]} times.*"));
    }

    private static String inEnglish(String key, Object... values) {
        return new MessageFormat(words("words_en").getProperty(key), Locale.ENGLISH).format(values);
    }

    private static String said(String key, Object... values) {
        return new MessageFormat(words("words").getProperty(key), Locale.forLanguageTag("nl")).format(values);
    }

    private static void add(Set<String> named, String prefix, Enum<?>... constants) {
        Arrays.stream(constants).map(constant -> prefix + constant.name()).forEach(named::add);
    }

    private static Set<String> keys(Path file) {
        return KEY.matcher(read(file))
                .results()
                .map(MatchResult::group)
                .map(found -> found.substring(2, found.length() - 1))
                .collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties words(String name) {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                WordsTest.class.getResourceAsStream("/console/" + name + ".properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
