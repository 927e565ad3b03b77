package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.console.Destination;
import nl.sluiswachter.kernel.Days;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever was away too long comes back to where they were, also where the address says nothing by itself. */
class ComingBackTest {

    private static final String NOTICE = "staat er weer";

    private final Browser browser = Browser.opened();
    private final OfficerAtWork officer = OfficerAtWork.on("COMPLAINT", browser);

    @BeforeEach
    void startWithEmptyRegisters() {
        Tables.forgetRegisters();
    }

    @Test
    void findsTheWithdrawalOfAConsentAgainWithWhatWasFilledIn() {
        String page = withdrawal();
        String token = Browser.token(officer.get(page));
        Sessions.ended(browser, Duration.ofMinutes(1));

        HttpResponse<String> turnedAway =
                browser.postFrom(page, page, Map.of("_csrf", token, "by", "REPRESENTATIVE", "evidence", "BRIEF-8"));
        HttpResponse<String> back = signedIn(turnedAway);

        assertThat(back.uri().getPath()).isEqualTo(page);
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body())
                .contains(NOTICE, "value=\"BRIEF-8\"", "INZAGE-2026-014")
                .containsPattern("value=\"REPRESENTATIVE\"[^>]*checked")
                .doesNotContain(Messages.ANNA);
        assertThat(officer.leads(page, page, Map.of("by", "REPRESENTATIVE", "evidence", "BRIEF-8")))
                .endsWith("?ended");
    }

    @Test
    void leavesNothingOfASessionThatEndedToAnotherOfficer() {
        String page = withdrawal();
        Sessions.belongsTo(browser, "somebody-else");
        Sessions.ended(browser, Duration.ofMinutes(1));

        HttpResponse<String> back = signedIn(browser.get(page));

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(browser.get("/console/rules").body()).doesNotContain("INZAGE-2026-014");
        browser.stating("COMPLAINT", "FG-1");
        assertThat(browser.get(page).headers().firstValue("Location").orElseThrow())
                .endsWith("/console/consent?expired");
    }

    @Test
    void leavesNothingOfASessionThatEndedLongAgo() {
        String page = withdrawal();
        Sessions.ended(browser, Duration.ofMinutes(61));

        assertThat(signedIn(browser.get(page)).statusCode()).isEqualTo(302);
    }

    static Stream<Function<OfficerAtWork, String>> questions() {
        String today = Days.of(Instant.now()).toString();
        return Stream.of(
                officer -> officer.leads("/console/consent", "/console/consent", Map.of("bsn", Messages.ANNA)),
                officer -> officer.leads(
                        "/console/report",
                        "/console/report",
                        Map.of(
                                "bsn",
                                Messages.ANNA,
                                "from",
                                today,
                                "until",
                                today,
                                "language",
                                "NL",
                                "reference",
                                "A-1")),
                officer -> officer.leads(
                        "/console/transfers", "/console/transfers", Map.of("bsn", Messages.ANNA, "kind", "DECISION")));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void findsAQuestionAboutAPersonAgain(Function<OfficerAtWork, String> question) {
        String address = question.apply(officer);
        Sessions.ended(browser, Duration.ofMinutes(1));

        HttpResponse<String> back = signedIn(browser.get(address));

        assertThat(back.uri().toString()).endsWith(address);
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).contains("INZAGE-2026-014").doesNotContain("Deze zoekvraag is er niet meer");
    }

    @Test
    void findsThePageThatAsksWhyAgainAndWhereItLeads() {
        String page = "/console/ground?to=/console/rules";
        String token = Browser.token(browser.get(page));
        Sessions.ended(browser, Duration.ofMinutes(1));

        HttpResponse<String> turnedAway = browser.postFrom(
                page,
                "/console/ground",
                Map.of("_csrf", token, "ground", "AUDIT", "reference", "FG-77", "to", "/console/rules"));
        HttpResponse<String> back = signedIn(turnedAway);

        assertThat(back.uri().getPath()).isEqualTo("/console/ground");
        assertThat(back.body())
                .contains(NOTICE, "value=\"FG-77\"", "name=\"to\" value=\"/console/rules\"")
                .containsPattern("value=\"AUDIT\"[^>]*checked");
    }

    /** Also from the page that told what was wrong with the name: its address says nothing of the search. */
    @ParameterizedTest
    @ValueSource(strings = {"/console/transfers?kind=DRY_RUN&outcome=DENY", "/console/transfers/views"})
    void keepsTheSearchThatWasToBeSavedAndItsName(String from) {
        String save = "/console/transfers/views";
        Map<String, String> view =
                Map.of("_csrf", browser.formToken(), "kind", "DRY_RUN", "outcome", "DENY", "name", "Geweigerd <b>");
        Sessions.ended(browser, Duration.ofMinutes(1));

        HttpResponse<String> back = signedIn(browser.postFrom(from, save, view));

        assertThat(back.uri().getPath()).isEqualTo("/console/transfers");
        String form = form(back.body(), save);
        assertThat(back.body()).contains(NOTICE).doesNotContain("<b>");
        assertThat(form)
                .contains("name=\"kind\" value=\"DRY_RUN\"", "name=\"outcome\" value=\"DENY\"")
                .containsPattern("name=\"name\"[^>]*value=\"Geweigerd &lt;b&gt;\"");
        String saved =
                officer.leads("/console/transfers", save, Map.of("kind", "DRY_RUN", "outcome", "DENY", "name", "A"));
        assertThat(saved).isEqualTo("/console/transfers?kind=DRY_RUN&outcome=DENY");
        officer.submit("/console/transfers", save + "/forget", Map.of("name", "A"));
    }

    @Test
    void takesThePersonOfASearchAlongIntoTheOtherLanguage() {
        String page = "/console/transfers";
        String list = officer.leads(page, page, Map.of("bsn", Messages.ANNA, "kind", "DECISION"))
                .replaceFirst(".*list=", "");

        String refused = officer.submit(page, page, Map.of("list", list, "same", "yes", "party", "Niemand"))
                .body();
        String english = officer.get(page + "?kept&lang=en").body();

        assertThat(List.of(refused, english)).allSatisfy(body -> assertThat(form(body, page))
                .contains("name=\"list\" value=\"" + list + "\"", "name=\"same\"", "value=\"Niemand\""));
        assertThat(english).contains("id=\"party-error\"");
    }

    private static String form(String page, String action) {
        Matcher form = Pattern.compile("(?s)<form[^>]*action=\"" + action + "\".*?</form>")
                .matcher(page);
        assertThat(form.find()).as("a form for " + action).isTrue();
        return form.group();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/transfers/views", "/console/transfers/export"})
    void leadsFromAFormThatWasNotTakenToItsPage(String address) {
        Map<String, String> wrong = Map.of("_csrf", browser.formToken(), "from", "31-12-2026", "name", " ");
        HttpResponse<String> refused = browser.post(address, wrong);
        assertThat(refused.body()).contains("govuk-error-summary", "href=\"/console/transfers?kept&amp;lang=en\"");
        Sessions.ended(browser, Duration.ofMinutes(1));

        HttpResponse<String> back = signedIn(browser.postFrom(address, address, wrong));

        assertThat(back.uri().getPath()).isEqualTo("/console/transfers");
        assertThat(back.statusCode()).isEqualTo(200);
    }

    @Test
    void knowsOfEveryAddressThatOnlyTakesAFormOnWhichPageItStands() {
        Set<String> pages = taking(RequestMethod.GET);
        Set<String> forms = taking(RequestMethod.POST);
        forms.removeAll(pages);
        forms.remove("/console/sign-out");

        assertThat(forms).hasSizeGreaterThan(5).allSatisfy(form -> assertThat(pages)
                .contains(Destination.page(form)));
        assertThat(pages).allSatisfy(page -> assertThat(Destination.page(page)).isEqualTo(page));
    }

    private static Set<String> taking(RequestMethod method) {
        return RunningGateway.shared().bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(method))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/console"))
                .collect(Collectors.toSet());
    }

    /** The second page of taking a consent back. */
    private String withdrawal() {
        String id = Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "00000099000000002700", "identity", "support"));
        return officer.leads("/console/consent", "/console/consent", Map.of("bsn", Messages.ANNA)) + "/" + id
                + "/withdrawal";
    }

    /** Signs in where somebody was sent to, and goes where that leads. */
    private HttpResponse<String> signedIn(HttpResponse<String> turnedAway) {
        return browser.signedInAgain(turnedAway, "privacy-officer");
    }
}
