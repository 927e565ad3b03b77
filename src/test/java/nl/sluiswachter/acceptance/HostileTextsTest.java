package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
    private static final Pattern CSV = Pattern.compile("href=\"([^\"]*csv[^\"]*)\"");

    /** Where a text may turn its direction without turning what stands around it. */
    private static final Pattern ISOLATED =
            Pattern.compile("(?s)<bdi[^>]*>[^<]*</bdi>|<[a-z]+[^>]*\\sdir=\"auto\"[^>]*>[^<]*<"
                    + "|<option[^>]*>[^<]*</option>|<textarea[^>]*>[^<]*</textarea>|=\"[^\"]*\"");

    private static final Map<String, String> NAMES = new HashMap<>();

    private static final GoneWays WAYS = new GoneWays(browser -> {
        Sessions.named(browser, NAME);
        return browser;
    });

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
        GoneWays.Gone gone = WAYS.of(way);
        HttpResponse<String> page = gone.browser().get(gone.address());

        assertThat(page.statusCode()).isEqualTo(200);
        assertHarmless(page.body());
        assertThat(page.body()).contains("=1+1&quot;"); // at least the officer's own
    }

    @ParameterizedTest
    @MethodSource("pages")
    void searchesHarmlesslyForAnything(ConsoleWay way) {
        Browser browser = WAYS.of(way).browser();
        String address = WAYS.of(way).address();
        PageForm.asking(browser.get(address).body()).forEach(form -> {
            String query = form.fields()
                    .map(field -> PageForm.name(field) + "=" + URLEncoder.encode(NAME, StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            HttpResponse<String> page = browser.get(form.action(address) + "?" + query);

            assertThat(page.statusCode()).isLessThan(500);
            assertHarmless(page.body());
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void takesAnythingInAFormHarmlessly(ConsoleWay way) {
        Browser browser = WAYS.of(way).browser();
        String address = WAYS.of(way).address();
        for (String text : List.of(NAME, LONG)) {
            PageForm.sending(browser.get(address).body())
                    .filter(PageForm::isTyped)
                    .forEach(form -> {
                        HttpResponse<String> page = browser.postFrom(address, form.action(address), filled(form, text));

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
        Browser browser = WAYS.of(way).browser();
        CSV.matcher(WAYS.of(way).body())
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
        UUID transfer = said(NAME);
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

    static Stream<String> texts() {
        return Stream.of(NAME, LONG.substring(0, 49_000)); // no message has a longer name
    }

    /** The one text of a message that the log repeats. */
    @ParameterizedTest
    @MethodSource("texts")
    void showsHarmlesslyHowASenderCalledAField(String text) {
        String field = JsonNodeFactory.instance.objectNode().put(text, "x").toString();
        Reply reply = Client.of("gemeente-wmo").transfer(Messages.allocation().with("/persons/0/data/health", field));
        if (reply.status() == 400) {
            assertThat(reply.text()).doesNotContain("<script>");
            return;
        }
        Tables.asOwner();

        HttpResponse<String> page =
                Browser.opened().as("privacy-officer").withAGround().get("/console/transfers/" + reply.transferId());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("=1+1&quot;");
        assertHarmless(page.body());
    }

    /** A decision of a while ago that says this everywhere. */
    private static UUID said(String text) {
        UUID transfer = new UuidV7(Clock.systemUTC()).next();
        Instant at = Instant.now().minus(Duration.ofMinutes(10));
        SomeLog.say(
                text,
                transfer,
                RunningGateway.shared().database().asSuperuser(),
                RunningGateway.shared().bean(LogMark.class),
                at);
        Tables.asOwner();
        return transfer;
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

    private static void assertHarmless(String body) {
        assertThat(body).doesNotContain("<script>alert", "<img src=x", "onerror=alert(2)>", "\u202c 49");
        assertThat(ISOLATED.matcher(body).replaceAll("")).doesNotContain("\u202e");
    }

    private static Map<String, String> filled(PageForm form, String text) {
        Map<String, String> values = new HashMap<>();
        form.fields()
                .forEach(field ->
                        values.put(PageForm.name(field), PageForm.isHidden(field) ? PageForm.value(field) : text));
        return values;
    }

    private static Set<String> cells(String csv) {
        return Arrays.stream(csv.split("[,;\\r\\n]+"))
                .map(cell -> cell.replaceAll("^\"|\"$", ""))
                .collect(Collectors.toSet());
    }
}
