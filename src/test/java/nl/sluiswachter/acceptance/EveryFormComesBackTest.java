package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever was away too long finds every form of every page again with what they had typed and chosen. */
class EveryFormComesBackTest {

    private static final String TYPED = "TERUG-7";
    private static final Pattern FIELD = Pattern.compile("(?s)<input[^>]*>|<textarea[^>]*>[^<]*");
    private static final AtomicInteger FORMS = new AtomicInteger();

    @BeforeAll
    static void sow() {
        ConsoleSeeds.sow();
    }

    @AfterAll
    static void sawThem() {
        assertThat(FORMS).hasValueGreaterThan(8);
    }

    static Stream<ConsoleWay> pages() {
        return ConsoleWay.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void withWhatWasFilledIn(ConsoleWay way) {
        Browser browser = way.opened();
        String address = way.to(browser);
        List<PageForm> forms = PageForm.sending(browser.get(address).body())
                .filter(PageForm::isTyped)
                .toList();
        for (PageForm form : forms) {
            Map<String, String> filled = filled(form);
            Sessions.ended(browser, Duration.ofMinutes(1));

            String back = signedIn(browser, way, browser.postFrom(address, form.action(address), filled));

            String same = PageForm.sending(back)
                    .filter(other -> other.action(address).equals(form.action(address)))
                    .map(PageForm::source)
                    .collect(Collectors.joining());
            filled.keySet().stream()
                    .filter(name -> !name.equals("_csrf"))
                    .forEach(name -> assertThat(values(same, name)).as(name).contains(filled.get(name)));
            FORMS.incrementAndGet();
        }
    }

    /** What is typed, and the last of what can be chosen. */
    private static Map<String, String> filled(PageForm form) {
        Map<String, String> values = new HashMap<>();
        form.fields()
                .filter(field -> field.startsWith("<textarea") || field.startsWith("<input"))
                .filter(field -> !field.contains("type=\"file\""))
                .forEach(field -> values.put(
                        PageForm.name(field),
                        PageForm.isTyped(field)
                                ? TYPED
                                : field.contains("\"date\"") ? "2026-11-01" : PageForm.value(field)));
        return values;
    }

    /** Of the fields with this name, as they stand there now. */
    private static List<String> values(String forms, String name) {
        return FIELD.matcher(forms)
                .results()
                .map(MatchResult::group)
                .filter(field -> PageForm.name(field).equals(name))
                .filter(field -> !field.matches("(?s).*type=\"(radio|checkbox)\".*") || field.contains("checked"))
                .map(field -> field.startsWith("<textarea")
                        ? field.replaceFirst("(?s)<[^>]*>\\s*", "")
                        : PageForm.value(field))
                .toList();
    }

    private static String signedIn(Browser browser, ConsoleWay way, HttpResponse<String> turnedAway) {
        HttpResponse<String> back =
                browser.signedInAgain(turnedAway, way.reader().claim());
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).contains("staat er weer");
        return back.body();
    }
}
