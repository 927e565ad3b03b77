package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.kernel.Days;

/**
 * A page of the console with the way to it: nobody can write its address down, because it is about a person, or about what is there
 * at the moment.
 *
 * @param reader who may go there
 * @param way what that browser has to do; gives the address
 */
record ConsoleWay(String name, Role reader, Function<Browser, String> way) {

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f-]{27}";
    private static final String CONSENTS = "/console/consent";
    private static final String REPORT = "/console/report";
    private static final String TRANSFERS = "/console/transfers";
    private static final String REVIEWS = "/console/review";
    private static final String HELD_BACK = REVIEWS + "/reports";
    private static final String VERSIONS = "/console/rules/versions";

    private static final Map<String, String> PERSON = Map.of("bsn", Messages.ANNA);

    private static final List<ConsoleWay> BEHIND = List.of(
            officers("consents", sent(CONSENTS, PERSON)),
            officers("consent", consent(0, "")),
            officers("withdraw", consent(0, "/withdrawal")),
            officers("request", consent(1, "/request")),
            officers("receipt", consent(0, "/receipt")),
            officers("preview", sent(REPORT, report())),
            officers("found-person", sent(TRANSFERS, PERSON)),
            officers("transfer", first(TRANSFERS + "?kind=DECISION", TRANSFERS + "/" + UUID)),
            officers("item", first(REVIEWS, REVIEWS + "/" + UUID)),
            officers("held-back-open", supervising(browser -> HELD_BACK)),
            officers("held-back-item", supervising(first(HELD_BACK, HELD_BACK + "/[^\"?]+"))),
            new ConsoleWay("version", Role.POLICY_EDITOR, first(VERSIONS, VERSIONS + "/(?!draft)[^\"/]+")),
            new ConsoleWay("draft", Role.POLICY_EDITOR, browser -> VERSIONS + "/draft"),
            new ConsoleWay("verification", Role.OPERATOR, over(sent("/console/log/verification", Map.of()))));

    /** Every page there is. */
    static Stream<ConsoleWay> all() {
        Stream<ConsoleWay> known = ConsoleAddress.all()
                .map(address -> new ConsoleWay(address.name(), address.reader(), browser -> address.path()
                        .get()));
        return Stream.concat(known, BEHIND.stream());
    }

    /** What only a way leads to. */
    static Stream<ConsoleWay> behind() {
        return BEHIND.stream();
    }

    /** A browser of its reader, who has said why they look. */
    Browser opened() {
        return Browser.opened().as(reader.claim()).withAGround();
    }

    /** Its address, for this browser. */
    String to(Browser browser) {
        return way.apply(browser);
    }

    private static ConsoleWay officers(String name, Function<Browser, String> way) {
        return new ConsoleWay(name, Role.PRIVACY_OFFICER, way);
    }

    private static Map<String, String> report() {
        String today = Days.of(Instant.now()).toString();
        Map<String, String> form = new HashMap<>(PERSON);
        form.putAll(Map.of("from", today, "until", today, "language", "NL", "reference", Browser.REFERENCE));
        return form;
    }

    /** To where a form leads. */
    static Function<Browser, String> sent(String form, Map<String, String> fields) {
        return browser -> {
            Map<String, String> all = new HashMap<>(fields);
            all.put("_csrf", browser.formToken());
            HttpResponse<String> answer = browser.post(form, all);
            assertThat(answer.statusCode()).as(form).isIn(302, 303);
            String location = answer.headers().firstValue("Location").orElseThrow();
            return location.substring(location.indexOf("/console"));
        };
    }

    /** When the work that it began is over: one verification goes on at a time. */
    private static Function<Browser, String> over(Function<Browser, String> way) {
        return way.andThen(path -> {
            Tables.awaitWork();
            return path;
        });
    }

    /** To what the first such link on a page leads to. */
    private static Function<Browser, String> first(String page, String link) {
        return first(browser -> page, link);
    }

    private static Function<Browser, String> first(Function<Browser, String> page, String link) {
        return link(page, link, 0);
    }

    private static Function<Browser, String> link(Function<Browser, String> page, String link, int place) {
        Pattern href = Pattern.compile("href=\"(" + link + ")\"");
        return browser -> {
            List<String> found = href.matcher(browser.get(page.apply(browser)).body())
                    .results()
                    .map(one -> one.group(1))
                    .distinct()
                    .toList();
            assertThat(found).as(link).hasSizeGreaterThan(place);
            return found.get(place);
        };
    }

    /** The newest was given, the one before it is asked. */
    private static Function<Browser, String> consent(int place, String below) {
        return link(sent(CONSENTS, PERSON), CONSENTS + "/" + UUID + "/" + UUID, place)
                .andThen(one -> one + below);
    }

    /** What is confidential opens to who supervises. */
    private static Function<Browser, String> supervising(Function<Browser, String> way) {
        return browser -> way.apply(browser.stating("SUPERVISION", Browser.REFERENCE));
    }

    @Override
    public String toString() {
        return name;
    }
}
