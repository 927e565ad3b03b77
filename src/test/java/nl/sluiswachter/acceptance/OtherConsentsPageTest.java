package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who takes one consent back reads whether another one still lets the same go; what the page says is what the gateway does. */
class OtherConsentsPageTest {

    private static final String PATH = "/console/consent";
    private static final String RECEIVER = "00000099000000002700";
    private static final String END = "Vanaf nu mag dit niet meer.";
    private static final String BESIDE = "Er is nog een andere toestemming voor hetzelfde of een deel daarvan.";
    private static final Map<String, String> YES = Map.of("by", "SELF");

    private final OfficerAtWork officer = OfficerAtWork.on("COMPLAINT");
    private final Client municipality = Client.of("gemeente-wmo");

    @BeforeEach
    void startWithEmptyRegisters() {
        Tables.forgetRegisters();
    }

    @Test
    void namesWhatStaysGivenUntilNothingDoes() {
        String first = registered(consent());
        String second = registered(consent());
        String third = registered(consent());
        String list = officer.leads(PATH, PATH, Map.of("bsn", Messages.ANNA));

        assertThat(officer.get(list + "/" + first + "/withdrawal").body())
                .contains("Er zijn nog 2 andere toestemmingen", link(list, second), link(list, third))
                .contains("Trek die ook in als de inwoner dat wil.", "Gegeven door de persoon zelf: ")
                .doesNotContain(END, "daarna is een nieuwe toestemming nodig");
        assertThat(withdrawn(list, first))
                .contains("Er zijn nog 2 andere toestemmingen", link(list, second), link(list, third));
        assertThat(withdrawn(list, second)).contains(BESIDE, link(list, third)).doesNotContain(link(list, first));
        assertThat(municipality.transfer(Messages.referral()).status()).isEqualTo(202);

        assertThat(officer.get(list + "/" + third + "/withdrawal").body())
                .contains(END)
                .doesNotContain("Er is nog");
        assertThat(withdrawn(list, third)).doesNotContain("Er is nog", "Er zijn nog");
        assertThat(municipality.transfer(Messages.referral()).code()).isEqualTo("CONSENT_WITHDRAWN");
    }

    @Test
    void saysItInEnglish() {
        OfficerAtWork reader = OfficerAtWork.on("COMPLAINT", Browser.inEnglish());
        String first = registered(consent());
        String beside = registered(consent());
        String list = reader.leads(PATH, PATH, Map.of("bsn", Messages.ANNA));

        assertThat(reader.get(list + "/" + first + "/withdrawal").body())
                .contains("There is another consent to the same or a part of it.", link(list, beside))
                .contains("From now on this consent does not count.")
                .doesNotContain("From now on this is not allowed");
    }

    @Test
    void saysItBesideAComplaintToo() {
        String first = registered(consent());
        registered(consent());
        String page = officer.leads(PATH, PATH, Map.of("bsn", Messages.ANNA)) + "/" + first;

        assertThat(officer.submit(page + "/withdrawal", page + "/withdrawal", Map.of("by", "NOBODY"))
                        .body())
                .contains("id=\"by-error\"", BESIDE)
                .doesNotContain(END);
    }

    @Test
    void namesAnotherThatNamesTheTaskOnly() {
        assertLetsTheSameGo(consent().without("/exchangeTypes").text("/purpose", "CONTACT_RESIDENT"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/receivers     | [\"WELZIJN\"]  | /evidence | formulier/8",
                "/receivers     | [\"HUISARTS\", \"00000099000000002700\"] | /evidence | formulier/8",
                "/evidence      | \"formulier/8\" | /sender  | GEMEENTE_WMO",
                "/evidence      | \"formulier/8\" | /sender  | 00000099000000001000",
                "/dataCategories | [\"support.need\"] | /evidence | formulier/8"
            })
    void namesAnotherThatLetsTheSameGo(String member, String value, String other, String text) {
        assertLetsTheSameGo(consent().with(member, value).text(other, text));
    }

    private void assertLetsTheSameGo(Message consent) {
        String first = registered(consent());
        String beside = registered(consent);
        String list = officer.leads(PATH, PATH, Map.of("bsn", Messages.ANNA));

        assertThat(officer.get(list + "/" + first + "/withdrawal").body())
                .contains(BESIDE, link(list, beside))
                .doesNotContain(END);
        assertThat(withdrawn(list, first)).contains(BESIDE, link(list, beside));
        assertThat(municipality.transfer(Messages.referral()).status()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/receivers     | [\"HUISARTS\", \"00000099000000002000\"] | /evidence | formulier/8",
                "/freedom/noDetrimentExplained | false | /evidence | formulier/8",
                "/evidence      | \"formulier/8\" | /kind  | SECRECY_WAIVER",
                "/evidence      | \"formulier/8\" | /sender  | 00000099000000001100",
                "/exchangeTypes | [\"WMO_HEALTH_INFO_REQUEST\"] | /evidence | formulier/8"
            })
    void namesNoneThatDoesNot(String member, String value, String other, String text) {
        String first = registered(consent());
        registered(consent().with(member, value).text(other, text));
        registered(Registers.asked(consent()));
        String ended = registered(consent());
        Registers.withdraw("gemeente-wmo", ended);
        String list = officer.leads(PATH, PATH, Map.of("bsn", Messages.ANNA));

        assertThat(officer.get(list + "/" + first + "/withdrawal").body())
                .contains(END)
                .doesNotContain("Er is nog", "Er zijn nog");
        assertThat(withdrawn(list, first)).doesNotContain("Er is nog", "Er zijn nog");
        assertThat(municipality.transfer(Messages.referral()).status()).isEqualTo(403);
    }

    @Test
    void saysNothingOfItWhileAConsentIsGiven() {
        List<String> both = List.of(registered(consent()), registered(consent()));
        String list = officer.leads(PATH, PATH, Map.of("bsn", Messages.ANNA));

        assertThat(officer.get(list + "/" + both.get(0)).body()).doesNotContain("Er is nog");
    }

    @Test
    void promisesOnPaperNoMoreThanThisOneConsent() {
        String first = registered(consent());
        String page = officer.leads(PATH, PATH, Map.of("bsn", Messages.ANNA)) + "/" + first;

        assertThat(officer.get(page + "/receipt").body()).contains("Vanaf dan delen wij hiermee niets meer.");
        Registers.withdraw("gemeente-wmo", first);
        assertThat(officer.get(page + "/receipt").body())
                .contains("Gaf u nog een andere toestemming? Die geldt tot u ook die intrekt.");
    }

    private static Message consent() {
        return Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", RECEIVER, "identity", "support");
    }

    private static String registered(Message consent) {
        return Registers.consentBy("gemeente-wmo", consent);
    }

    /** The page to which that leads. */
    private String withdrawn(String list, String id) {
        String form = list + "/" + id + "/withdrawal";
        return officer.get(officer.leads(form, form, YES)).body();
    }

    private static String link(String list, String id) {
        return "<a class=\"govuk-link\" href=\"" + list + "/" + id + "\"";
    }
}
