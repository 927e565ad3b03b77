package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import nl.sluiswachter.acceptance.SomeProvider.Mischief;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing in through a real provider of identities. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProviderSignInTest {

    private static final String RULES = "/console/rules";
    private static final String FAILED = "Inloggen is niet gelukt";

    private final Browser browser = Browser.opened();

    @AfterEach
    void behave() {
        RunningGateway.shared().provider().will(Mischief.NONE);
    }

    /** The first, while nobody answers there yet. */
    @Test
    @Order(1)
    void showsACalmPageWhileTheProviderDoesNotAnswer() {
        HttpResponse<String> answer = browser.get("/console/sign-in/provider?to=" + RULES);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("Inloggen kan nu niet");
    }

    @Test
    void signsInWithStateNonceAndPkceAndComesBackToThePage() {
        ProviderVisit visit = visit("anna", "privacy-officer");
        String before = browser.cookie("__Host-sluiswachter");

        HttpResponse<String> answer = visit.signIn("to=" + RULES + "%3Fq%3DWmo");

        assertThat(answer.uri().getPath()).isEqualTo(RULES);
        assertThat(answer.uri().getQuery()).isEqualTo("q=Wmo");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("De heer of mevrouw anna");
        assertThat(visit.along("/oauth2/authorize").getQuery())
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "state=", "nonce=")
                .doesNotContain("prompt=");
        assertThat(browser.cookie("__Host-sluiswachter")).isNotNull().isNotEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"OTHER_ISSUER", "OTHER_AUDIENCE", "OTHER_NONCE", "EXPIRED", "ALTERED", "EMPTY_SUBJECT"})
    void refusesATokenThatIsNotRightAndSaysSo(Mischief wrong) {
        RunningGateway.shared().provider().will(wrong);

        HttpResponse<String> answer = visit("bert", "professional").signIn("to=" + RULES);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(FAILED);
        assertThat(browser.get(RULES).statusCode()).isEqualTo(303);
    }

    /** Else it comes out when what they did cannot be written down. */
    @ParameterizedTest
    @EnumSource(names = {"LONG_SUBJECT", "CONTROL_IN_SUBJECT", "ACCENT_IN_SUBJECT"})
    void refusesWhomNoTableCanNameAndSaysWhatToDo(Mischief odd) {
        RunningGateway.shared().provider().will(odd);

        HttpResponse<String> answer = visit("mina", "policy-editor").signIn("to=" + RULES);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("een kenmerk dat hier niet kan worden bewaard", "255 gewone tekens")
                .doesNotContain("mevrouw mina");
        assertThat(browser.get(RULES).statusCode()).isEqualTo(303);
    }

    @Test
    void refusesAnAnswerToAQuestionOfAnotherBrowser() {
        ProviderVisit visit = visit("carla", "professional");
        visit.signIn("to=" + RULES);
        URI back = visit.along("/console/oauth2/back");

        Browser other = Browser.opened();
        HttpResponse<String> answer = other.send(
                HttpRequest.newBuilder(back).header("Accept-Language", "nl").GET());

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/console/sign-in?failed");
        assertThat(other.get(RULES).statusCode()).isEqualTo(303);
    }

    @Test
    void showsNoPageToSomebodyWithoutAKnownRole() {
        HttpResponse<String> answer =
                visit("dirk", "administrator", "PRIVACY-OFFICER").signIn("to=/console");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("U hebt nog geen rol");
        assertThat(browser.get(RULES).statusCode()).isEqualTo(403);
    }

    @Test
    void endsTheSessionWhenSomebodySignsOut() {
        visit("eva", "operator").signIn("to=" + RULES);
        String token = Browser.token(browser.get(RULES));

        HttpResponse<String> answer = browser.post("/console/sign-out", Map.of("_csrf", token));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains("U bent hier uitgelogd").doesNotContain("mevrouw eva");
        assertThat(browser.get(RULES).statusCode()).isEqualTo(303);
    }

    /** Else whoever comes next to this browser is signed in by one click. */
    @Test
    void endsTheSessionAtTheProviderTooAndComesBack() {
        visit("karel", "operator").signIn("to=" + RULES);
        String token = Browser.token(browser.get(RULES));
        HttpResponse<String> answer = browser.post("/console/sign-out", Map.of("_csrf", token));
        String further = answer.headers().firstValue("Refresh").orElseThrow().replaceFirst("^0;url=", "");
        assertThat(answer.body()).contains("href=\"" + further.replace("&", "&amp;") + "\"");

        ProviderVisit out = visit("karel", "operator");
        HttpResponse<String> back = out.go(URI.create(further));
        assertThat(out.along("/connect/logout").getQuery()).contains("id_token_hint=", "client_id=sluiswachter");
        assertThat(back.uri().getPath()).isEqualTo("/console/signed-out");
        assertThat(back.statusCode()).isEqualTo(200);

        ProviderVisit next = visit("lena", "operator");
        next.signIn("to=" + RULES);
        assertThat(next.way()).anySatisfy(step -> assertThat(step.getPath()).isEqualTo("/login"));
        assertThat(browser.get(RULES).body()).contains("mevrouw lena");
    }

    @Test
    void keepsNothingOfWhoBeginsToSignInAndDoesNotComeBack() {
        int before = Tables.count("console_session");

        for (int i = 0; i < 5; i++) {
            Browser stranger = Browser.opened();
            HttpResponse<String> away = stranger.get("/console/sign-in/provider?to=" + RULES);
            stranger.get(path(away));
            stranger.get("/console/oauth2/away/officers");
            stranger.get("/console/oauth2/back?code=invented&state=invented");
            stranger.get(RULES);
            assertThat(stranger.cookie("__Host-sluiswachter")).isNull();
        }

        assertThat(Tables.count("console_session")).isEqualTo(before);
    }

    private static String path(HttpResponse<String> answer) {
        URI next = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return next.getRawPath() + "?" + next.getRawQuery();
    }

    @Test
    void leadsNowhereElseAfterSigningIn() {
        HttpResponse<String> answer = visit("fred", "operator").signIn("to=https%3A%2F%2Felders.example%2F");

        assertThat(answer.uri().getHost()).isEqualTo("localhost");
        assertThat(answer.uri().getPath()).startsWith("/console");
    }

    @Test
    void asksForNewProofWhereTheLastOneIsTooOld() throws Exception {
        try (FreshPage page = FreshPage.open()) {
            ProviderVisit visit = visit("gerda", "operator");
            visit.signIn("to=" + FreshPage.FORM);
            Sessions.signedInLongAgo(browser, Duration.ofMinutes(6));
            HttpResponse<String> turnedAway = page.send(browser, "eerste tekst");

            assertThat(turnedAway.headers().firstValue("Location").orElseThrow())
                    .contains("/console/sign-in?", "again");
            assertThat(page.taken()).isEmpty();

            ProviderVisit again = visit("gerda", "operator");
            HttpResponse<String> back = again.signIn("to=" + FreshPage.FORM + "&again");

            assertThat(again.along("/oauth2/authorize").getQuery()).contains("prompt=login", "max_age=300");
            assertThat(again.way())
                    .anySatisfy(step -> assertThat(step.getPath()).isEqualTo("/login"));
            assertThat(back.body()).contains("eerste tekst");
            assertThat(page.send(browser, "eerste tekst").statusCode()).isEqualTo(302);
            assertThat(page.taken()).containsExactly("eerste tekst");
        }
    }

    /** The session at the provider lives on; its user can take the demand for proof out of the address. */
    @ParameterizedTest
    @EnumSource(names = {"NO_NEW_PROOF", "NO_TIME_OF_PROOF"})
    void believesNoProofThatIsNotNew(Mischief wrong) throws Exception {
        try (FreshPage page = FreshPage.open()) {
            RunningGateway.shared().provider().will(wrong);
            visit("hans", "operator").signIn("to=" + FreshPage.FORM);
            Sessions.signedInLongAgo(browser, Duration.ofMinutes(6));
            if (wrong == Mischief.NO_TIME_OF_PROOF) {
                HttpResponse<String> back = visit("hans", "operator").signIn("to=" + FreshPage.FORM + "&again");
                assertThat(back.body()).contains(FAILED);
            }

            page.send(browser, "tekst");

            assertThat(page.taken()).isEmpty();
        }
    }

    @Test
    void showsNobodyWhatAnotherHadFilledIn() throws Exception {
        try (FreshPage page = FreshPage.open()) {
            visit("ida", "operator").signIn("to=" + FreshPage.FORM);
            Sessions.signedInLongAgo(browser, Duration.ofMinutes(6));
            page.send(browser, "van ida alleen");
            browser.forget("JSESSIONID");

            HttpResponse<String> back = visit("jan", "operator").signIn("to=" + FreshPage.FORM + "&again");

            assertThat(back.statusCode()).isEqualTo(200);
            assertThat(back.body()).contains("mevrouw jan").doesNotContain("van ida alleen");
        }
    }

    private ProviderVisit visit(String name, String... roles) {
        RunningGateway.shared().provider().knows(name, roles);
        return new ProviderVisit(browser, name);
    }
}
