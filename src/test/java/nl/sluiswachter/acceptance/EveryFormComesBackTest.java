package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever was away too long finds every form of every page again with what they had typed and chosen. */
class EveryFormComesBackTest {

    private static final String NOTICE = "staat er weer";
    private static final String TYPED = "TERUG-7";
    /** Neither a number of a person nor a reference. */
    private static final String NOT_TAKEN = "TERUG <7>";

    private static final String SHOWN = "TERUG &lt;7&gt;";
    private static final Pattern FIELD = Pattern.compile("(?s)<input[^>]*>|<textarea[^>]*>[^<]*");
    private static final Pattern SELECT = Pattern.compile("(?s)<select[^>]*>.*?</select>");
    private static final Pattern OPTION = Pattern.compile("<option[^>]*>");
    private static final AtomicInteger FORMS = new AtomicInteger();
    private static final AtomicInteger SELECTS = new AtomicInteger();
    private static final AtomicInteger TURNED = new AtomicInteger();

    @BeforeAll
    static void sow() {
        ConsoleSeeds.sow();
    }

    @AfterAll
    static void sawThem() {
        assertThat(FORMS).hasValueGreaterThan(8);
        assertThat(SELECTS).hasValueGreaterThan(2);
        assertThat(TURNED).hasValueGreaterThan(8);
    }

    static Stream<ConsoleWay> pages() {
        return ConsoleWay.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void withWhatWasFilledIn(ConsoleWay way) {
        Browser browser = way.opened();
        String address = way.to(browser);
        for (PageForm form : forms(browser, address)) {
            Map<String, String> filled = filled(form, TYPED);
            Sessions.ended(browser, Duration.ofMinutes(1));

            String back = signedIn(browser, way, browser.postFrom(address, form.action(address), filled));

            String same = same(back, address, form);
            filled.keySet().stream()
                    .filter(name -> !name.equals("_csrf"))
                    .forEach(name -> assertThat(values(same, name)).as(name).contains(filled.get(name)));
            FORMS.incrementAndGet();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void inTheOtherLanguageWhereItWasNotTaken(ConsoleWay way) {
        Browser browser = way.opened();
        String address = way.to(browser);
        for (PageForm form : forms(browser, address)) {
            Map<String, String> filled = filled(form, NOT_TAKEN);
            HttpResponse<String> answer = browser.postFrom(address, form.action(address), filled);
            if (answer.statusCode() != 200) {
                continue; // nothing was wrong with it
            }

            String english = browser.get(otherLanguage(answer.body())).body();

            assertThat(english).contains("<html lang=\"en\"", "What you had filled in is here again");
            String refused = same(answer.body(), address, form);
            String same = same(english, address, form);
            assertThat(same).contains(SHOWN);
            assertThat(complaints(answer.body())).isNotEmpty();
            assertThat(complaints(english)).isEqualTo(complaints(answer.body()));
            assertThat(summary(english)).isEqualTo(summary(answer.body()));
            assertThat(said(english)).isNotEmpty().doesNotContainAnyElementsOf(said(answer.body()));
            filled.keySet().stream()
                    .filter(name -> !name.equals("_csrf"))
                    .forEach(name -> assertThat(values(same, name)).as(name).isEqualTo(values(refused, name)));
            assertThat(browser.get(otherLanguage(english)).body()).contains("<html lang=\"nl\"", NOTICE, SHOWN);
            String afresh = browser.get(address).body();
            assertThat(afresh).doesNotContain(NOTICE, SHOWN);
            assertThat(complaints(afresh)).isEmpty();
            assertThat(summary(afresh)).isEmpty();
            TURNED.incrementAndGet();
        }
    }

    private static List<PageForm> forms(Browser browser, String address) {
        return PageForm.sending(browser.get(address).body())
                .filter(PageForm::isTyped)
                .toList();
    }

    /** Where the page leads to in the other language, in words of nobody. */
    private static String otherLanguage(String page) {
        Matcher link = Pattern.compile("<a [^>]*href=\"([^\"]*)\"[^>]*hreflang").matcher(page);
        assertThat(link.find()).isTrue();
        String address = link.group(1).replace("&amp;", "&");
        assertThat(address).doesNotContain("TERUG");
        return address;
    }

    /** The fields that have a message beside them. */
    private static List<String> complaints(String page) {
        return all("id=\"([^\"]+)-error\"", page);
    }

    /** The fields that the page names above all else, in that order; of forms that have a summary. */
    private static List<String> summary(String page) {
        return all(
                "<a href=\"#([^\"]+)\"",
                all("(?s)class=\"govuk-error-summary\".*?</ul>", page).toString());
    }

    /** The messages beside fields, in the words of the reader. */
    private static List<String> said(String page) {
        return all("(?s)-error\" class=\"govuk-error-message\">.*?</span>(.*?)</p>", page);
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(found.groupCount()))
                .toList();
    }

    private static String same(String page, String address, PageForm form) {
        return PageForm.sending(page)
                .filter(other -> other.action(address).equals(form.action(address)))
                .map(PageForm::source)
                .collect(Collectors.joining());
    }

    /** What is typed, and the last of what can be chosen. */
    private static Map<String, String> filled(PageForm form, String typed) {
        Map<String, String> values = new HashMap<>();
        form.fields()
                .filter(field -> field.startsWith("<textarea") || field.startsWith("<input"))
                .filter(field -> !field.contains("type=\"file\""))
                .forEach(field -> values.put(
                        PageForm.name(field),
                        PageForm.isTyped(field)
                                ? typed
                                : field.contains("\"date\"") ? "2026-11-01" : PageForm.value(field)));
        selects(form.source()).forEach(select -> {
            values.put(PageForm.name(select), another(select));
            SELECTS.incrementAndGet();
        });
        return values;
    }

    private static Stream<String> selects(String source) {
        return SELECT.matcher(source).results().map(MatchResult::group);
    }

    /** The last that was not chosen. */
    private static String another(String select) {
        List<String> others =
                options(select).filter(option -> !option.contains("selected")).toList();
        assertThat(others).as(select).isNotEmpty();
        return PageForm.value(others.get(others.size() - 1));
    }

    private static Stream<String> options(String select) {
        return OPTION.matcher(select).results().map(MatchResult::group);
    }

    /** Of the fields with this name, as they stand there now. */
    private static List<String> values(String forms, String name) {
        Stream<String> chosen = selects(forms)
                .filter(select -> PageForm.name(select).equals(name))
                .flatMap(EveryFormComesBackTest::options)
                .filter(option -> option.contains("selected"))
                .map(PageForm::value);
        Stream<String> typed = FIELD.matcher(forms)
                .results()
                .map(MatchResult::group)
                .filter(field -> PageForm.name(field).equals(name))
                .filter(field -> !field.matches("(?s).*type=\"(radio|checkbox)\".*") || field.contains("checked"))
                .map(field -> field.startsWith("<textarea")
                        ? field.replaceFirst("(?s)<[^>]*>\\s*", "")
                        : PageForm.value(field));
        return Stream.concat(chosen, typed).toList();
    }

    private static String signedIn(Browser browser, ConsoleWay way, HttpResponse<String> turnedAway) {
        HttpResponse<String> back =
                browser.signedInAgain(turnedAway, way.reader().claim());
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).contains(NOTICE);
        return back.body();
    }
}
