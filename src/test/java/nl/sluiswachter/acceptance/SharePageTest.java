package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Mag ik dit delen?" for who is in a hurry, and for who asks instead of tells. */
class SharePageTest {

    private static final String TASK = "de inwoner in contact brengen met hulp in de buurt";

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

    /** As a message without it: the path would refuse that, whatever the sender knows of the age. */
    @Test
    void supposesNoDateOfBirthThatNobodyTicked() {
        String question = "/console/may-i-share?from=VEILIG_THUIS&to=GEMEENTE_WMO&type=VT_TRANSFER_LOCAL&age=ADULT"
                + "&data=identity.name&data=identity.address&data=safety.agreements";

        assertThat(browser.get(question).body())
                .contains("Nee, dit mag zo niet", "ziet de leeftijd alleen aan de geboortedatum");
        assertThat(browser.get(question + "&data=identity.birthdate").body())
                .contains("Ja, dit mag", "Dit zou meegaan over")
                .doesNotContain("deelde gegevens", "Dit ging mee");
    }

    @Test
    void saysBesideAnAgeThatWasChosenWhyItIsNotKnown() {
        String question = "/console/may-i-share?from=GEMEENTE_WMO&to=WELZIJN&type=WELFARE_REFERRAL&age=ADULT"
                + "&data=identity.name&data=contact.phone&data=support.need";

        assertThat(browser.get(question).body())
                .contains("U koos: 18 jaar en ouder. De gateway ziet dat alleen aan de geboortedatum");
        assertThat(Browser.inEnglish().as("professional").get(question).body())
                .contains("You chose: 18 and older. The gateway sees that by the date of birth only");
        assertThat(browser.get(question + "&data=identity.birthdate").body()).doesNotContain("U koos: ");
    }

    @Test
    void saysBesideTheFieldWhatIsMissingOnceSomebodyAsked() {
        String question = "/console/may-i-share?from=GEMEENTE_WMO&to=WMO_AANBIEDER&type=WMO_ALLOCATION";

        assertThat(browser.get(question).body()).doesNotContain("-error\"");
        assertThat(browser.get(question + "&sent=yes").body()).contains("id=\"age-error\"", "id=\"data-error\"");
        assertThat(browser.get(question + "&age=ADULT").body())
                .contains("id=\"data-error\"", "Kies welke gegevens u wilt delen")
                .doesNotContain("id=\"age-error\"");
        assertThat(browser.get(question + "&data=identity.name").body()).contains("id=\"age-error\"");
        assertThat(browser.get("/console/may-i-share?from=GEMEENTE_WMO&sent=yes")
                        .body())
                .doesNotContain("-error\"");
    }

    @ParameterizedTest
    @CsvSource({
        "from=NIEMAND, from",
        "from=GEMEENTE_WMO&to=AAAAAAAAAAAAAAAAAAAA, to",
        "from=GEMEENTE_WMO&to=WELZIJN&type=NIETS, type"
    })
    void saysBesideTheFieldWhatNobodyCanChoose(String query, String field) {
        assertThat(browser.get("/console/may-i-share?" + query).body())
                .contains(
                        "id=\"" + field + "-error\"",
                        "href=\"#" + field + "\"",
                        "id=\"" + field + "\"",
                        "Kies iets uit de lijst.");
    }

    @Test
    void givesTheWordsToAskConsentWithWhereThatIsTheWayOut() {
        String question = "/console/may-i-share?from=GEMEENTE_WMO&to=WELZIJN&type=WELFARE_REFERRAL&age=ADULT"
                + "&data=identity.name&data=identity.birthdate&data=contact.phone&data=support.need&data=health.diagnosis";

        assertThat(browser.get(question).body())
                .contains("De woorden om toestemming te vragen", "U mag nee zeggen", "Met wie")
                .contains(TASK)
                .containsPattern("<dd[^>]*>[^<]*welzijn");
        assertThat(browser.get(question + "&consent=SELF").body())
                .contains("Ja, dit mag")
                .doesNotContain("De woorden om toestemming te vragen");
        assertThat(Browser.inEnglish().as("professional").get(question).body())
                .contains("The words to ask consent with");
    }
}
