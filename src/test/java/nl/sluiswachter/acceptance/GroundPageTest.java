package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why an officer looks is asked before anything is looked up. */
class GroundPageTest {

    private static final String PATH = "/console/ground";

    @Test
    void keepsWhatWasStatedAndShowsItOnEveryPage() {
        Browser officer = Browser.opened().as("privacy-officer");

        HttpResponse<String> answer = state(officer, "AUDIT", "FG-2026-3", "/console/rules?q=wmo");

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/console/rules?q=wmo");
        assertThat(officer.get("/console/rules").body()).contains("FG-2026-3", "De gemeente controleert zichzelf");
    }

    @Test
    void saysThatWhoeverStandsInATransferReadsThatItWasOpened() {
        assertThat(Browser.opened().as("privacy-officer").get(PATH).body())
                .contains("Opent u één uitwisseling, dan leest wie erin staat in dat overzicht dat die is geopend");
        assertThat(Browser.inEnglish().as("privacy-officer").get(PATH).body())
                .contains("whoever stands in it reads in that report that it was opened");
    }

    @Test
    void forgetsItWithTheSession() {
        Browser officer = Browser.opened().as("privacy-officer");
        state(officer, "AUDIT", "FG-2026-3", "/console");
        officer.post("/console/sign-out", Map.of("_csrf", Browser.token(officer.get("/console/rules"))));

        assertThat(officer.as("privacy-officer").get("/console/rules").body()).doesNotContain("FG-2026-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "999990019", "Jan Jansen", "<b>", "1234.56.782"})
    void saysBesideTheFieldWhatAReferenceIsAndKeepsTheRest(String typed) {
        HttpResponse<String> answer =
                state(Browser.opened().as("privacy-officer"), "INCIDENT", typed, "/console/rules");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("id=\"reference-error\"", "aria-describedby=\"reference-hint reference-error\"")
                .containsPattern("value=\"INCIDENT\"[^>]*checked")
                .contains("value=\"/console/rules\"")
                .doesNotContain("<b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LOGBOOK_READ", "BECAUSE"})
    void takesNoGroundThatCannotBeStated(String ground) {
        assertThat(state(Browser.opened().as("privacy-officer"), ground, "FG-2026-3", "/console")
                        .body())
                .contains("id=\"ground-error\"", "value=\"FG-2026-3\"");
    }

    @Test
    void leadsNowhereElse() {
        HttpResponse<String> answer =
                state(Browser.opened().as("privacy-officer"), "AUDIT", "FG-2026-3", "https://elders.example/");

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/console");
    }

    private static HttpResponse<String> state(Browser officer, String ground, String reference, String to) {
        Map<String, String> form = new HashMap<>();
        form.put("_csrf", Browser.token(officer.get(PATH)));
        form.put("ground", ground);
        form.put("reference", reference);
        form.put("to", to);
        return officer.post(PATH, form);
    }
}
