package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules as a lawyer reads them. */
class RulesPageTest {

    private final Browser reader = Browser.opened().as("professional");

    @Test
    void saysWhyEachFieldIsThere() {
        String page = reader.get("/console/rules/WMO_HEALTH_INFO_RESPONSE").body();

        assertThat(page)
                .contains("Waarom: ", "altijd nodig", "zegt om wie of welke zaak het gaat", "gevoelig")
                .containsPattern(
                        "behandeling\\s*<span[^>]*>dit of een ander gegeven is nodig: zie Ten minste</span>\\s*<span[^>]*>· gevoelig</span>"
                                + "\\s*<span[^>]*>· toestemming moet dit met name noemen")
                .containsPattern(
                        "Dit is het antwoord op\\s*<a class=\"govuk-link\" href=\"/console/rules/WMO_HEALTH_INFO_REQUEST\">[A-Z][a-z]+ ")
                .doesNotContain("WMO_HEALTH_INFO_REQUEST</a>", "moet erbij");
    }

    @Test
    void saysInWholeSentencesWhatHoldsOfTheBsnAndOfSecrecy() {
        assertThat(reader.get("/console/rules/WMO_ALLOCATION").body())
                .contains(
                        "Zonder BSN vraagt de gateway van de persoon om wie het gaat: achternaam, voornamen,",
                        "een strengere regel voor het BSN geldt")
                .doesNotContain(">Verplicht.<", "De wet schrijft het BSN voor");
    }

    @Test
    void writesTheGroundInTheGdprAsAnyArticle() {
        assertThat(reader.get("/console/rules/WMO_ALLOCATION").body())
                .contains(">AVG art. 6 lid 1 onder e, AVG art. 9 lid 2 onder h")
                .doesNotContain("6(1)");
    }

    @Test
    void saysWhichConsentAndHowUrgent() {
        assertThat(reader.get("/console/rules/YOUTH_TEAM_TO_SCHOOL").body())
                .contains("Toestemming om gegevens te delen", "op het gewone tempo");
        assertThat(reader.get("/console/rules/VITAL_INTEREST_ALERT").body()).contains("meteen, en bel dan eerst");
    }

    @Test
    void tellsHowTheRuleIsTested() {
        String page = reader.get("/console/rules/WMO_ALLOCATION").body();

        assertThat(page)
                .contains(
                        "Hoe dit wordt getest", "De gateway stuurt zichzelf steeds een fout bericht", "De laatste keer")
                .containsPattern("Gedeeld mag worden in [1-9][0-9]*, geweigerd wordt in [1-9][0-9]*")
                .contains("Van de gemeente (Wmo) aan ", ": delen mag.", "delen mag, maar niet alles gaat mee.")
                .contains("Op de Engelse pagina staat elk voorbeeld apart")
                .containsPattern(
                        "De ontvanger is niet bekend in deze rol[^<]*\\s*<span class=\"quiet\">\\([2-9] voorbeelden")
                .doesNotContain("permits what the committed provider needs", "lang=\"en\"><li");
        assertThat(Browser.inEnglish()
                        .as("professional")
                        .get("/console/rules/WMO_ALLOCATION")
                        .body())
                .contains("permits what the committed provider needs", "refuses a provider that was not committed")
                .doesNotContain(": sharing is permitted", "stand together");
        assertThat(reader.get("/console/rules/MUNICIPAL_REUSE").body())
                .containsPattern("stuurt zichzelf steeds [2-9][0-9]* foute berichten");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999993653", "9999.93.653", "meneer%20999993653", "0999993653"})
    void looksForNoPersonAndTakesTheNumberOutOfTheAddress(String typed) {
        HttpResponse<String> answer = reader.get("/console/rules?q=" + typed);

        assertThat(answer.statusCode()).isEqualTo(302);
        String back = answer.headers().firstValue("Location").orElseThrow();
        assertThat(back).endsWith("/console/rules?number");
        assertThat(reader.get("/console/rules?number").body())
                .contains("id=\"q-error\"", "aria-describedby=\"q-hint q-error\"", "Er is niet gezocht")
                .doesNotContain("999993653");
    }

    @Test
    void takesNoNumberOfAPersonAlongToSigningIn() {
        HttpResponse<String> answer = Browser.opened().get("/console/rules?q=999993653");

        assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("999993653");
        assertThat(Browser.opened()
                        .get("/console/rules?q=wmo")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .contains("wmo");
    }
}
