package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** "Mag ik dit delen?" for who is in a hurry, and for who asks instead of tells. */
class SharePageTest {

    private final Browser browser = Browser.opened().as("professional");

    @Test
    void leadsWhoIsInAHurryToWhatMayGoAtOnce() {
        String page = browser.get("/console/may-i-share?from=SCHOOL&danger=yes").body();

        assertThat(page)
                .contains(
                        "Bel eerst.",
                        "href=\"/console/may-i-share?from=SCHOOL&amp;to=HUISARTS&amp;type=VITAL_INTEREST_ALERT&amp;danger=yes\"",
                        "href=\"/console/may-i-share?from=SCHOOL&amp;to=VEILIG_THUIS&amp;type=VT_REPORT&amp;danger=yes\"");
        assertThat(page.indexOf("VITAL_INTEREST_ALERT")).isLessThan(page.indexOf("VT_REPORT"));
        assertThat(browser.get("/console/may-i-share?from=SCHOOL&to=HUISARTS&type=VITAL_INTEREST_ALERT&danger=yes")
                        .body())
                .contains("Hoe oud is de persoon?");
        assertThat(browser.get("/console/may-i-share?from=SCHOOL").body())
                .contains("name=\"danger\"")
                .doesNotContain("Bel eerst.");
    }

    @Test
    void saysHowUrgentItMayBeAndThatThisChangesNothing() {
        String question = "/console/may-i-share?from=GEMEENTE_WMO&to=WMO_AANBIEDER&type=WMO_ALLOCATION&age=ADULT"
                + "&data=identity.bsn&data=identity.name&data=care.indication";

        assertThat(browser.get(question).body())
                .contains("Dit kan op het gewone tempo of met spoed. Haast verandert niet wat u mag delen.");
        assertThat(browser.get(question + "&danger=yes").body()).contains("Nee, dit mag zo niet", "Bel eerst.");
    }

    @Test
    void letsSomebodyAskForWhatTheAnswerMayHold() {
        String question = "/console/may-i-share?from=GEMEENTE_WMO&to=HUISARTS&type=WMO_HEALTH_INFO_REQUEST";

        assertThat(browser.get(question).body()).contains("U vraagt om deze gegevens:");
        assertThat(browser.get(question + "&age=ADULT&consent=SELF&met=QUESTION&data=identity.bsn&data=identity.name"
                                + "&data=health.functional")
                        .body())
                .contains("Ja, dit mag");
    }
}
