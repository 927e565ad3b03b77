package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A school refers a pupil to the youth team: who consents depends on age, and the BSN stays at school. */
class SchoolReferralTest {

    private static final String PARENT = Messages.BORIS;

    private final Client school = Client.of("school");

    @BeforeEach
    void startWithEmptyRegisters() {
        Tables.forgetRegisters();
    }

    @ParameterizedTest
    @CsvSource({
        "11, REPRESENTATIVE, 202",
        "12, REPRESENTATIVE, 202",
        "12, SELF, 403",
        "15, REPRESENTATIVE, 202",
        "15, SELF, 403",
        "16, SELF, 202",
        "16, REPRESENTATIVE, 403"
    })
    void takesConsentOfWhoMustGiveItAtThatAge(int age, String giver, int status) {
        register(age, giver);

        Reply reply = school.transfer(Messages.pupil(birthdate(age)));

        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        if (status == 403) {
            assertThat(reply.code()).isEqualTo("CONSENT_WRONG_PERSON");
        }
    }

    @Test
    void aChildUnderTwelveCannotConsentAtAll() {
        Reply refusal = school.post("/v1/consents", consent(11, "SELF")).send();

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.at("/invalidParams/0/code")).isEqualTo("GIVER_TOO_YOUNG");
    }

    @Test
    void removesTheBsnThatASchoolMayNotUse() {
        register(9, "REPRESENTATIVE");

        Reply permit = school.transfer(Messages.pupil(birthdate(9)));

        assertThat(permit.removed()).contains("p1 identity.bsn BSN_NOT_ALLOWED");
        Reply message = Client.of("gemeente-jeugd")
                .get("/v1/inbox/" + permit.transferId())
                .send();
        assertThat(message.text()).contains(Messages.STORY).doesNotContain(Messages.ANNA);
    }

    @Test
    void oneSignatureDoesNotSufficeWhenTheOtherParentObjects() {
        register(9, "REPRESENTATIVE");
        Registers.fact("REPRESENTATIVE_OBJECTION", Messages.ANNA);

        assertThat(school.transfer(Messages.pupil(birthdate(9))).code()).isEqualTo("REP_OBJECTION");
    }

    @Test
    void withoutConsentPointsToVeiligThuisOrConsent() {
        Reply refusal = school.transfer(Messages.pupil(birthdate(9)));

        assertThat(refusal.code()).isEqualTo("CONSENT_REQUIRED");
        assertThat(refusal.codes("remedies")).contains("ASK_CONSENT", "USE_VT_ROUTE", "ANONYMOUS_CONSULT");
    }

    private static void register(int age, String giver) {
        Registers.consentBy("school", consent(age, giver));
    }

    private static Message consent(int age, String giver) {
        Message consent = Registers.consent(
                        Messages.ANNA, "SCHOOL_TO_YOUTH_TEAM", "GEMEENTE_JEUGD", "identity", "school", "support")
                .text("/subject/birthdate", birthdate(age))
                .text("/givenBy/relation", giver);
        return giver.equals("SELF") ? consent : consent.text("/givenBy/bsn", PARENT);
    }

    /** A birthday a week ago, so that the age was the same when consent was given two days ago. */
    private static String birthdate(int age) {
        return LocalDate.now().minusYears(age).minusDays(7).toString();
    }
}
