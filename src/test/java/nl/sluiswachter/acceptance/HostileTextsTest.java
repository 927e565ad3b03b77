package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    static Stream<ConsoleAddress> addresses() {
        return ConsoleAddress.all();
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
    @MethodSource("addresses")
    void showsNamesHarmlessly(ConsoleAddress address) {
        HttpResponse<String> page = reader(address).get(address.path().get());

        assertThat(page.statusCode()).isEqualTo(200);
        assertHarmless(page.body());
        assertThat(page.body()).contains("=1+1&quot;"); // at least the officer's own
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void searchesHarmlesslyForAnything(ConsoleAddress address) {
        Browser browser = reader(address);
        forms(GET_FORM, browser.get(address.path().get()).body()).forEach(form -> {
            String query = fields(form)
                    .map(field -> name(field) + "=" + URLEncoder.encode(NAME, StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            HttpResponse<String> page = browser.get(action(form, address) + "?" + query);

            assertThat(page.statusCode()).isLessThan(500);
            assertHarmless(page.body());
        });
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void takesAnythingInAFormHarmlessly(ConsoleAddress address) {
        Browser browser = reader(address);
        for (String text : List.of(NAME, LONG)) {
            forms(POST_FORM, browser.get(address.path().get()).body())
                    .filter(form -> TYPED.matcher(form).find())
                    .forEach(form -> {
                        HttpResponse<String> page =
                                browser.postFrom(address.path().get(), action(form, address), filled(form, text));

                        assertThat(page.statusCode()).isLessThan(500);
                        assertHarmless(page.body());
                        assertThat(page.headers().firstValue("Location").orElse(""))
                                .doesNotContain("script", "%3C");
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void exportsNoFormulas(ConsoleAddress address) {
        Browser browser = reader(address);
        CSV.matcher(browser.get(address.path().get()).body())
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .forEach(link -> assertThat(cells(browser.get(link).body()))
                        .as(link)
                        .noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r].*|-[^0-9].*")));
    }

    @Test
    void wouldFindHarm() {
        assertThat(ISOLATED.matcher("<p>\u202e</p>").replaceAll("")).contains("\u202e");
        assertThat(ISOLATED.matcher("<bdi>\u202e</bdi>").replaceAll("")).doesNotContain("\u202e");
        assertThat(cells("a,\"=1+1\"\n-5,@x")).contains("=1+1", "-5", "@x");
    }

    private static Browser reader(ConsoleAddress address) {
        Browser browser = Browser.opened().as(address.reader().claim()).withAGround();
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

    private static String action(String form, ConsoleAddress address) {
        return ACTION.matcher(form)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseGet(() -> address.path().get().split("\\?")[0]);
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
