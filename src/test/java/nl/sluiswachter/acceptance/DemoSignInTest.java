package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who chooses a role in the demo gets that one, or none and is told why. */
class DemoSignInTest {

    private static final String SIGN_IN = "/console/sign-in";

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "burgemeester<b>", "PRIVACY_OFFICER", "professional "})
    void letsNobodyInByARoleThatDoesNotExist(String role) {
        Browser browser = Browser.opened();

        HttpResponse<String> answer = send(browser, role);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "<a href=\"#role\">",
                        "id=\"role-error\"",
                        "Deze rol is er niet. Kies een van de rollen hieronder.")
                .contains("aria-describedby=\"role-hint role-error\"", "name=\"to\" value=\"/console/log\"")
                .doesNotContain("burgemeester", "??");
        assertThat(browser.get("/console/may-i-share").statusCode()).isEqualTo(303);
        assertThat(send(Browser.inEnglish(), role).body()).contains("There is no such role.");
    }

    @Test
    void leavesWhoeverIsInWhoTheyWere() {
        Browser browser = Browser.opened().as("operator");

        assertThat(send(browser, "nobody").body()).contains("id=\"role-error\"");

        assertThat(browser.get("/console/log").body()).contains("Technisch beheerder");
    }

    @Test
    void saysNothingOfItToWhoeverComes() {
        assertThat(Browser.opened().get(SIGN_IN).body()).doesNotContain("role-error", "govuk-error-summary");
    }

    private static HttpResponse<String> send(Browser browser, String role) {
        Map<String, String> form = new HashMap<>(Map.of("to", "/console/log"));
        form.put("_csrf", Browser.token(browser.get(SIGN_IN)));
        if (role != null) {
            form.put("role", role);
        }
        return browser.post(SIGN_IN, form);
    }
}
