package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.sluiswachter.console.ConsolePage;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.console.signin.Fresh;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What an attacker of somebody at the console tries, on every page and every form that there is. */
class ConsoleSecurityTest {

    private static final String SESSION = "__Host-sluiswachter";
    private static final String FORM = "__Host-sluiswachter-form";

    private static final Pattern FILE = Pattern.compile(
            "href=\"(/console/(?!assets)[^\"]*(?:\\.csv|\\.json|\\.svg|/proof|/files|/file)(?:\\?[^\"]*)?)\"");
    private static final Map<Role, Browser> SIGNED_IN = new EnumMap<>(Role.class);
    private static final Set<String> FILES = new HashSet<>();
    private static final AtomicInteger WALKED = new AtomicInteger();
    private static final GoneWays WAYS = new GoneWays(browser -> browser);

    @BeforeAll
    static void sow() {
        ConsoleSeeds.sow();
    }

    static Stream<ConsoleWay> pages() {
        return ConsoleWay.all();
    }

    /** Every address of the console that takes a form. */
    static Stream<String> forms() {
        return RunningGateway.shared().bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/console"))
                .map(path -> path.replaceAll("\\{[^/]*}", "x"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void keepsEveryPageOutOfFramesCachesAndOtherHands(ConsoleWay page) {
        GoneWays.Gone gone = WAYS.of(page);
        HttpResponse<String> answer = gone.browser().get(gone.address());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'", "default-src 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.body())
                .doesNotContainPattern("(?i)<[a-z][^>]*\\son[a-z]+=")
                .doesNotContainPattern("(?i)<[a-z][^>]*\\sstyle=")
                .doesNotContain("<style", "javascript:", "hx-on");
        assertThat(answer.body()).as("says that it is the demo").contains("class=\"demo\" role=\"note\">Demo: ");
    }

    /** Also for who was told the address of a page that only a way leads to. */
    @ParameterizedTest
    @MethodSource("pages")
    void opensEveryAddressToTheRolesOfItsPageOnly(ConsoleWay way) {
        String address = WAYS.of(way).address();
        Set<Role> roles = Arrays.stream(ConsolePage.values())
                .filter(page -> address.matches(page.path() + "([/?].*)?"))
                .findFirst()
                .map(ConsolePage::roles)
                .orElse(Set.of(Role.values())); // who looks, says why
        assertThat(roles).contains(way.reader());

        Arrays.stream(Role.values()).filter(role -> !roles.contains(role)).forEach(role -> {
            HttpResponse<String> answer = signedIn(role).get(address);
            assertThat(answer.statusCode()).as(role.name()).isEqualTo(403);
            assertThat(answer.body()).contains("niet voor uw rol");
        });
    }

    /** Each role once. */
    private static Browser signedIn(Role role) {
        return SIGNED_IN.computeIfAbsent(
                role, any -> Browser.opened().as(role.claim()).withAGround());
    }

    /** What a page gives to take along is kept by nobody on the way, and opened by no browser as a page of the console. */
    @ParameterizedTest
    @MethodSource("pages")
    void keepsEveryFileOutOfCachesAndWindows(ConsoleWay way) {
        GoneWays.Gone gone = WAYS.of(way);
        WALKED.incrementAndGet();
        FILE.matcher(gone.body())
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .forEach(link -> {
                    HttpResponse<String> file = gone.browser().get(link);
                    assertThat(file.statusCode()).as(link).isEqualTo(200);
                    assertThat(file.headers().firstValue("Cache-Control"))
                            .as(link)
                            .contains("no-store");
                    assertThat(file.headers().firstValue("X-Content-Type-Options"))
                            .contains("nosniff");
                    assertThat(file.headers().firstValue("Content-Disposition").orElse("none"))
                            .as(link)
                            .startsWith("attachment");
                    FILES.add(link.replaceAll(".*/|\\?.*", ""));
                });
    }

    @AfterAll
    static void sawTheFilesThereAre() {
        if (WALKED.get() == ConsoleWay.all().count()) { // and not some of them only
            assertThat(FILES).contains("proof", "files", "lines.csv", "picture.svg", "figures.csv");
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void takesNoFormWithoutATokenNorWithAnother(String path) {
        Browser browser = Browser.opened().as("privacy-officer");
        String another = Browser.opened().formToken();

        assertThat(browser.post(path, Map.of("a", "b")).statusCode()).isEqualTo(403);
        assertThat(browser.post(path, Map.of("_csrf", another)).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void takesNoFormOfAStrangerButToSignIn(String path) {
        Browser browser = Browser.opened();
        HttpResponse<String> answer = browser.post(path, Map.of("_csrf", browser.formToken()));

        assertThat(path.equals("/console/sign-in") || answer.statusCode() == 303)
                .isTrue();
    }

    @Test
    void asksForProofOfNowBeforeRulesChangeAndBeforeAResidentIsToldSomething() {
        List<String> fresh =
                RunningGateway.shared().bean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                        .filter(mapping -> mapping.getValue().hasMethodAnnotation(Fresh.class))
                        .flatMap(mapping -> mapping.getKey().getPatternValues().stream())
                        .toList();

        assertThat(fresh)
                .containsExactlyInAnyOrder(
                        "/console/rules/versions/{version}/activation",
                        "/console/rules/versions/{version}/approval/{work}",
                        "/console/report",
                        "/console/report/{ask}/{part:[0-9]{1,3}}/pdf",
                        "/console/review/reports/{id}");
    }

    @Test
    void findsTheFormsThereAre() {
        assertThat(forms()).contains("/console/sign-in", "/console/sign-out");
    }

    @Test
    void takesUpNoSessionThatSomebodyElseChose() {
        Browser attacker = Browser.opened().as("professional");
        String planted = attacker.cookie(SESSION);
        Browser victim = Browser.opened().with(SESSION, planted).as("privacy-officer");

        assertThat(victim.cookie(SESSION)).isNotEqualTo(planted);
        assertThat(attacker.get("/console/rules").statusCode()).isEqualTo(303);

        String invented = "aW52ZW50ZWQ=";
        Browser other = Browser.opened().with(SESSION, invented).as("privacy-officer");
        assertThat(other.cookie(SESSION)).isNotEqualTo(invented);
    }

    @Test
    void bindsItsCookiesToThisHostAndKeepsThemFromScripts() {
        Browser browser = Browser.opened();
        HttpResponse<String> page = browser.get("/console/sign-in");
        HttpResponse<String> answer = browser.post(
                "/console/sign-in", Map.of("_csrf", Browser.token(page), "role", "operator", "to", "/console"));

        assertThat(cookies(Stream.of(page, answer))).hasSize(2).allSatisfy(cookie -> assertThat(cookie)
                .startsWith("__Host-")
                .containsIgnoringCase("; Secure")
                .containsIgnoringCase("; HttpOnly")
                .containsIgnoringCase("; SameSite=Lax")
                .containsIgnoringCase("; Path=/")
                .doesNotContainIgnoringCase("Domain=")
                .doesNotContainIgnoringCase("Max-Age"));
    }

    @Test
    void endsASessionThatNobodyUsed() {
        Browser browser = Browser.opened().as("operator");
        Sessions.ended(browser, Duration.ofSeconds(1));

        HttpResponse<String> answer = browser.get("/console/rules?q=Wmo");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/console/sign-in?to=%2Fconsole%2Frules%3Fq%3DWmo");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void endsASessionAfterADayAtWorkHoweverMuchItIsUsed() {
        Browser browser = Browser.opened().as("operator");
        Sessions.begunLongAgo(browser, Duration.ofHours(12).minusMinutes(1));
        assertThat(browser.get("/console/rules").statusCode()).isEqualTo(200);

        Sessions.begunLongAgo(browser, Duration.ofHours(12));

        HttpResponse<String> answer = browser.get("/console/rules");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/console/sign-in?to=%2Fconsole%2Frules");
        assertThat(browser.as("operator").get("/console/rules").statusCode()).isEqualTo(200);
    }

    @Test
    void staysSignedOutAlsoWhenARequestWasStillUnderWay() {
        Browser browser = Browser.opened().as("operator");
        String cookie = browser.cookie(SESSION);
        Runnable slow = Sessions.underWay(browser);

        browser.post("/console/sign-out", Map.of("_csrf", browser.formToken()));
        slow.run();

        assertThat(Browser.opened().with(SESSION, cookie).get("/console/rules").statusCode())
                .isEqualTo(303);
    }

    @Test
    void keepsNoSessionOfAStrangerAndOneThatIsOverForAnHour() {
        Browser officer = Browser.opened().as("operator");
        Sessions.ended(officer, Duration.ofMinutes(59));
        Browser longGone = Browser.opened().as("operator");
        Sessions.ended(longGone, Duration.ofMinutes(61));

        Browser.opened().as("professional");

        assertThat(Sessions.isKept(Sessions.ofAStranger())).isFalse();
        assertThat(Sessions.isKept(Sessions.hash(officer)))
                .as("for the form that is sent then")
                .isTrue();
        assertThat(Sessions.isKept(Sessions.hash(longGone))).isFalse();
    }

    @Test
    void showsItsPagesAlsoWithACookieThatAnotherHostPlanted() {
        Browser browser = Browser.opened().with("sluiswachter-language", "not!a?language");

        assertThat(browser.get("/console/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void takesNobodysNameOrRolesFromAnAddress() {
        HttpResponse<String> answer = Browser.opened()
                .as("operator")
                .get("/console/today?id=demo-privacy-officer&name=Mallory&roles=PRIVACY_OFFICER&officer=Mallory");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(">Mallory<", "href=\"/console/report\"");
    }

    @Test
    void takesTheFormOfOneTabAfterSigningInAgainInAnother() {
        Browser browser = Browser.opened().as("operator");
        String inTheFirstTab = Browser.token(browser.get("/console/rules"));
        String cookie = browser.cookie(FORM);
        browser.as("operator");

        HttpResponse<String> answer = browser.post("/console/sign-out", Map.of("_csrf", inTheFirstTab));

        assertThat(browser.cookie(FORM)).isEqualTo(cookie);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/console/signed-out");
    }

    @Test
    void leavesNothingOfOneOfficersSessionToTheNext() {
        Browser browser = Browser.opened().as("privacy-officer");
        Sessions.put(browser, "a-ground", "of one officer");
        browser.as("privacy-officer");
        assertThat(Sessions.get(browser, "a-ground")).isEqualTo("of one officer");

        browser.as("operator");

        assertThat(Sessions.get(browser, "a-ground")).isNull();
    }

    @Test
    void hasAListOfPagesThatCoversAll() {
        assertThat(ConsoleAddress.all().map(ConsoleAddress::page)).contains(ConsolePage.values());
    }

    private static List<String> cookies(Stream<HttpResponse<String>> answers) {
        return answers.flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                .toList();
    }
}
