package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.transferlog.LogMark;
import nl.sluiswachter.transferlog.SomeLog;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and texts that somebody made to do harm, on every page, in every search and every form. */
class HostileTextsTest {

    private static final String NAME =
            "=1+1\"'><script>alert(1)</script><img src=x onerror=alert(2)> \u202eneerd\u202c ${7*7} #{x} \ud83d\ude00";
    private static final String LONG = NAME + "\u0301".repeat(65_536 - NAME.length());
    private static final Pattern GET_FORM = Pattern.compile("(?s)<form[^>]*method=\"get\".*?</form>");
    private static final Pattern POST_FORM = Pattern.compile("(?s)<form[^>]*method=\"post\".*?</form>");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern FIELD = Pattern.compile("<(?:input|textarea|select)[^>]*>");
    private static final Pattern FIELD_NAME = Pattern.compile("\\bname=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final Pattern TYPED = Pattern.compile("<textarea|type=\"(text|search|email|tel)\"");
    private static final Pattern CSV = Pattern.compile("href=\"([^\"]*csv[^\"]*)\"");

    /** Where a text may turn its direction without turning what stands around it. */
    private static final Pattern ISOLATED =
            Pattern.compile("(?s)<bdi[^>]*>[^<]*</bdi>|<[a-z]+[^>]*\\sdir=\"auto\"[^>]*>[^<]*<"
                    + "|<option[^>]*>[^<]*</option>|<textarea[^>]*>[^<]*</textarea>|=\"[^\"]*\"");

    private static final Map<String, String> NAMES = new HashMap<>();

    static Stream<ConsoleWay> pages() {
        return ConsoleWay.all();
    }

    @BeforeAll
    static void rename() {
        ConsoleSeeds.sow();
        Tables.asOwner().sql("select oin, name from party").query(row -> {
            NAMES.put(row.getString("oin"), row.getString("name"));
        });
        NAMES.forEach((oin, name) -> name(oin, NAME));
    }

    @AfterAll
    static void nameAgain() {
        NAMES.forEach(HostileTextsTest::name);
    }

    private static void name(String oin, String name) {
        Tables.asOwner()
                .sql("update party set name = ? where oin = ?")
                .params(name, oin)
                .update();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showsNamesHarmlessly(ConsoleWay way) {
        Browser browser = reader(way);
        HttpResponse<String> page = browser.get(way.to(browser));

        assertThat(page.statusCode()).isEqualTo(200);
        assertHarmless(page.body());
        assertThat(page.body()).contains("=1+1&quot;"); // at least the officer's own
    }

    @ParameterizedTest
    @MethodSource("pages")
    void searchesHarmlesslyForAnything(ConsoleWay way) {
        Browser browser = reader(way);
        String address = way.to(browser);
        forms(GET_FORM, browser.get(address).body()).forEach(form -> {
            String query = fields(form)
                    .map(field -> name(field) + "=" + URLEncoder.encode(NAME, StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            HttpResponse<String> page = browser.get(action(form, address) + "?" + query);

            assertThat(page.statusCode()).isLessThan(500);
            assertHarmless(page.body());
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void takesAnythingInAFormHarmlessly(ConsoleWay way) {
        Browser browser = reader(way);
        String address = way.to(browser);
        for (String text : List.of(NAME, LONG)) {
            forms(POST_FORM, browser.get(address).body())
                    .filter(form -> TYPED.matcher(form).find())
                    .forEach(form -> {
                        HttpResponse<String> page =
                                browser.postFrom(address, action(form, address), filled(form, text));

                        assertThat(page.statusCode()).isLessThan(500);
                        assertHarmless(page.body());
                        assertThat(page.headers().firstValue("Location").orElse(""))
                                .doesNotContain("script", "%3C");
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void exportsNoFormulas(ConsoleWay way) {
        Browser browser = reader(way);
        CSV.matcher(browser.get(way.to(browser)).body())
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .forEach(link ->
                        assertThat(cells(browser.get(link).body())).as(link).noneMatch(HostileTextsTest::isFormula));
    }

    private static boolean isFormula(String cell) {
        return cell.matches("(?s)[=+@\\t\\r].*|-[^0-9].*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void exportsTransfersHarmlesslyWhateverTheLogSays(String form) {
        UUID transfer = new UuidV7(Clock.systemUTC()).next();
        Instant at = Instant.now().minus(Duration.ofMinutes(10));
        SomeLog.say(
                NAME,
                transfer,
                RunningGateway.shared().database().asSuperuser(),
                RunningGateway.shared().bean(LogMark.class),
                at);
        Tables.asOwner();
        Browser browser = Browser.opened().as("privacy-officer").withAGround();
        String work = ConsoleWay.sent("/console/transfers/export", Map.of("kind", "DECISION", "form", form))
                .apply(browser);

        String file = Awaitility.await()
                .until(() -> browser.get(work + "/file"), answer -> answer.statusCode() == 200)
                .body();

        String line = file.lines()
                .filter(one -> one.contains(transfer.toString()))
                .findFirst()
                .orElseThrow();
        if (form.equals("csv")) {
            assertThat(cells(file)).noneMatch(HostileTextsTest::isFormula);
            assertThat(cells(line)).anyMatch(cell -> cell.startsWith("'=1+1\"\"'><script>"));
        } else {
            assertThat(file.lines())
                    .allSatisfy(one -> assertThat(json(one).isObject()).isTrue());
            assertThat(json(line).path("purpose").asText()).isEqualTo(NAME);
        }
    }

    @Test
    void givesNamesInJsonAsTextsOfAFileThatNoBrowserOpens() {
        Browser browser = Browser.opened().as("privacy-officer").withAGround();
        String consent = ConsoleWay.behind()
                .filter(way -> way.name().equals("consent"))
                .findFirst()
                .orElseThrow()
                .to(browser);
        for (String file :
                List.of(consent + "/receipt.json", consent + "/record.json", "/console/figures/register.json")) {
            HttpResponse<String> answer = browser.get(file);

            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/json");
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment;");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(texts(json(answer.body())).anyMatch(text -> text.contains(NAME)))
                    .as("the register of processing names nobody by what they call themselves")
                    .isEqualTo(file.startsWith(consent));
        }
    }

    private static Stream<String> texts(JsonNode json) {
        return json.isValueNode()
                ? Stream.of(json.asText())
                : StreamSupport.stream(json.spliterator(), false).flatMap(HostileTextsTest::texts);
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON", e);
        }
    }

    @Test
    void wouldFindHarm() {
        assertThat(ISOLATED.matcher("<p>\u202e</p>").replaceAll("")).contains("\u202e");
        assertThat(ISOLATED.matcher("<bdi>\u202e</bdi>").replaceAll("")).doesNotContain("\u202e");
        assertThat(cells("a,\"=1+1\"\n-5,@x")).contains("=1+1", "-5", "@x");
    }

    private static Browser reader(ConsoleWay way) {
        Browser browser = way.opened();
        Sessions.named(browser, NAME);
        return browser;
    }

    private static void assertHarmless(String body) {
        assertThat(body).doesNotContain("<script>alert", "<img src=x", "onerror=alert(2)>", "\u202c 49");
        assertThat(ISOLATED.matcher(body).replaceAll("")).doesNotContain("\u202e");
    }

    private static Stream<String> forms(Pattern pattern, String body) {
        return pattern.matcher(body).results().map(MatchResult::group);
    }

    private static String action(String form, String address) {
        return ACTION.matcher(form)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseGet(() -> address.split("\\?")[0]);
    }

    private static Stream<String> fields(String form) {
        return FIELD.matcher(form).results().map(MatchResult::group).filter(field -> FIELD_NAME
                .matcher(field)
                .find());
    }

    private static Map<String, String> filled(String form, String text) {
        Map<String, String> values = new HashMap<>();
        fields(form).forEach(field -> {
            boolean hidden = field.contains("type=\"hidden\"");
            values.put(name(field), hidden ? first(VALUE, field) : text);
        });
        return values;
    }

    private static String name(String field) {
        return first(FIELD_NAME, field);
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static Set<String> cells(String csv) {
        return Arrays.stream(csv.split("[,;\\r\\n]+"))
                .map(cell -> cell.replaceAll("^\"|\"$", ""))
                .collect(Collectors.toSet());
    }
}
