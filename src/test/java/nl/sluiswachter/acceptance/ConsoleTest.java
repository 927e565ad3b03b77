package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.sluiswachter.console.ConsolePage;
import nl.sluiswachter.console.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console without a browser: who gets in, and what a page carries. */
class ConsoleTest {

    private static final String SESSION = "__Host-sluiswachter";

    static Stream<Arguments> everyPageForEveryRole() {
        return Arrays.stream(ConsolePage.values())
                .flatMap(page -> Arrays.stream(Role.values()).map(role -> Arguments.of(page, role)));
    }

    @ParameterizedTest
    @MethodSource("everyPageForEveryRole")
    void opensEachPageToItsRolesAndToNobodyElse(ConsolePage page, Role role) {
        HttpResponse<String> answer =
                Browser.opened().as(role.claim()).withAGround().get(page.path());

        assertThat(answer.statusCode()).isEqualTo(page.roles().contains(role) ? 200 : 403);
        assertThat(answer.body()).contains("<h1");
    }

    @ParameterizedTest
    @MethodSource("everyPageForEveryRole")
    void showsNobodyAPageBeforeTheySignIn(ConsolePage page, Role role) {
        HttpResponse<String> answer = Browser.opened().get(page.path());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/console/sign-in?to=");
        assertThat(role).isNotNull();
    }

    @Test
    void leadsToTheFirstPageOfTheRole() {
        HttpResponse<String> answer = Browser.opened().as("professional").get("/console");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/console/may-i-share");
    }

    @Test
    void takesAnotherSessionWhenSomebodySignsIn() {
        Browser browser = Browser.opened().as("operator");
        String before = browser.cookie(SESSION);
        browser.as("privacy-officer");

        assertThat(before).isNotNull();
        assertThat(browser.cookie(SESSION)).isNotNull().isNotEqualTo(before);
    }

    @Test
    void costsNoSessionBeforeSomebodySignsIn() {
        Browser browser = Browser.opened();
        browser.get("/console/sign-in");

        assertThat(browser.cookie(SESSION)).isNull();
    }

    @Test
    void endsTheSessionWhenSomebodySignsOut() {
        Browser browser = Browser.opened().as("professional");
        String session = browser.cookie(SESSION);
        String token = Browser.token(browser.get("/console/rules"));
        browser.post("/console/sign-out", Map.of("_csrf", token));

        Browser thief = Browser.opened();
        HttpResponse<String> answer = thief.send(thief.request("/console/rules")
                .header("Cookie", SESSION + "=" + session)
                .GET());

        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Test
    void saysThatAMistypedAddressIsNotThereToWhoIsSignedInOnly() {
        HttpResponse<String> answer = Browser.opened().as("professional").get("/console/nonsense");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("niet voor uw rol");
        assertThat(Browser.opened().get("/console/nonsense").statusCode())
                .isEqualTo(Browser.opened().get("/console/log").statusCode());
    }

    @Test
    void refusesAFormThatIsNotFromHere() {
        HttpResponse<String> answer =
                Browser.opened().post("/console/sign-in", Map.of("role", "privacy-officer", "to", "/console"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Het formulier is te oud");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elders.example/",
                "//elders.example/console",
                "/console/../v1/transfers",
                "/console/rules\r\nSet-Cookie: a=b",
                "/console/sign-out",
                "javascript:alert(1)",
                "/\\elders.example"
            })
    void leadsNowhereElseAfterSigningIn(String address) {
        Browser browser = Browser.opened();
        String token = Browser.token(browser.get("/console/sign-in"));
        HttpResponse<String> answer =
                browser.post("/console/sign-in", Map.of("_csrf", token, "role", "professional", "to", address));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/console");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/sign-in",
                "/console/signed-out",
                "/console/rules",
                "/console/transfers", // not for this role
                "/console/nowhere",
                "/console/rules/NOWHERE"
            })
    void tellsTheBrowserToRunNothingAndKeepNothing(String path) {
        HttpResponse<String> answer = Browser.opened().as("policy-editor").get(path);

        String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.body())
                .contains("class=\"demo\" role=\"note\">Demo: ")
                .doesNotContain("style=\"", "onclick=", "<style");
    }

    @Test
    void compressesOnlyWhatIsTheSameForEverybody() {
        Browser browser = Browser.opened().as("policy-editor");

        HttpResponse<byte[]> sheet = browser.getCompressed("/console/assets/console.css");
        assertThat(sheet.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(sheet.body().length).isLessThan(4_000);
        assertThat(browser.getCompressed("/console/rules").headers().firstValue("Content-Encoding"))
                .as("the length of a page with secrets tells nothing of them")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/console/rules/NOWHERE", "/console/rules/WMO_ALLOCATION/more"})
    void showsACalmPageForWhatIsNotThere(String path) {
        HttpResponse<String> answer = Browser.opened().as("policy-editor").get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Deze pagina is er niet");
    }

    @ParameterizedTest
    @CsvSource({
        "/console/transfers,403,niet voor uw rol",
        "/console/nonsense,404,is er niet",
        "/console/rules/NOWHERE,404,is er niet"
    })
    void showsTheMenuToWhoIsTurnedAway(String path, int status, String words) {
        HttpResponse<String> answer = Browser.opened().as("professional").get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body())
                .contains(words, "<nav class=\"menu\"", "href=\"/console/may-i-share\"", "href=\"/console?lang=en\"")
                .contains("class=\"bar-link\" href=\"/console/sign-in\"", "Uitloggen of anders inloggen")
                .doesNotContain("href=\"/console/transfers\"", "<form", "_csrf");
        assertThat(answer.body().split("<h1", -1)).hasSize(2);
    }

    @Test
    void goesOnFromThereInTheOtherLanguageOrAsSomebodyElse() {
        Browser browser = Browser.opened().as("professional");

        browser.get("/console?lang=en");

        assertThat(browser.get("/console/transfers").body())
                .contains("not for your role", "Sign out or sign in otherwise", "href=\"/console?lang=nl\"");
        assertThat(browser.get("/console/sign-in").body()).contains("action=\"/console/sign-out\"");
        assertThat(browser.as("privacy-officer").get("/console/transfers").statusCode())
                .isEqualTo(200);
    }

    @Test
    void showsNoMenuToAStranger() {
        HttpResponse<String> answer = Browser.opened().post("/console/sign-in", Map.of("role", "operator"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<h1").doesNotContain("<nav", "Uitloggen");
    }

    @Test
    void isWhereTheOpenDoorLeadsToAndNoOther() {
        HttpResponse<String> answer = Browser.opened().get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/console");
        assertThat(answer.body()).isEmpty();
        assertThat(Browser.opened().post("/", Map.of()).statusCode()).isEqualTo(404);
        assertThat(Client.of("huisarts").get("/").bad().send().status()).isEqualTo(404);
        assertThat(Client.of("gemeente-wmo").get("/").bad().send().status()).isEqualTo(404);
    }

    @Test
    void takesNoBodyButAForm() {
        Browser browser = Browser.opened();
        HttpResponse<String> answer = browser.send(browser.request("/console/sign-in")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void showsHarmlesslyWhatSomebodySearchedFor() {
        HttpResponse<String> answer = Browser.opened()
                .as("professional")
                .get("/console/rules?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E%E2%80%AE");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>alert").contains("&lt;script&gt;");
    }

    @Test
    void findsARuleByItsArticle() {
        HttpResponse<String> answer = Browser.opened().as("professional").get("/console/rules?q=Wmo+2015+art.+5.2.9");

        assertThat(answer.body())
                .contains("/console/rules/WMO_ALLOCATION")
                .doesNotContain("/console/rules/DEBT_EARLY_SIGNAL");
    }

    @Test
    void readsInTheOtherLanguage() {
        assertThat(Browser.inEnglish().as("professional").get("/console/rules").body())
                .contains("<html lang=\"en\"", "The rules");
        assertThat(Browser.opened().as("professional").get("/console/rules").body())
                .contains("<html lang=\"nl\"", "De regels");
    }

    @Test
    void saysYesWithTheArticleAndWhatIsLeftOut() {
        String question = "/console/may-i-share?from=GEMEENTE_WMO&to=WMO_AANBIEDER&type=WMO_ALLOCATION&age=ADULT"
                + "&met=COMMITMENT&data=identity.bsn&data=identity.name&data=identity.birthdate&data=care.indication"
                + "&data=health.diagnosis";
        HttpResponse<String> answer = Browser.opened().as("professional").get(question);

        assertThat(answer.body()).contains("Ja, dit mag", "artikel 5.2.1", "Wmo 2015");
    }

    @Test
    void saysNoWithAWayOut() {
        String question = "/console/may-i-share?from=GEMEENTE_WMO&to=WMO_AANBIEDER&type=WMO_ALLOCATION&age=ADULT"
                + "&data=identity.bsn&data=identity.name&data=identity.birthdate&data=care.indication";
        HttpResponse<String> answer = Browser.opened().as("professional").get(question);

        assertThat(answer.body()).contains("Nee, dit mag zo niet", "laat de gemeente vastleggen wat er ontbreekt");
    }

    @Test
    void asksOneQuestionAfterTheOther() {
        Browser browser = Browser.opened().as("professional");

        assertThat(browser.get("/console/may-i-share").body()).doesNotContain("name=\"to\"");
        assertThat(browser.get("/console/may-i-share?from=HUISARTS").body())
                .contains("name=\"to\"")
                .doesNotContain("name=\"type\"");
        assertThat(List.of(browser.get("/console/may-i-share?from=nobody&type=x&data=%00")
                        .statusCode()))
                .containsExactly(200);
    }
}
