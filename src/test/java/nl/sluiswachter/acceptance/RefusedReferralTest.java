package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A referral to welfare: refused without consent, permitted with it, stopped when it is withdrawn. */
class RefusedReferralTest {

    private final Client municipality = Client.of("gemeente-wmo");
    private final Client welfare = Client.of("welzijn");
    private final Message referral = Messages.referral();

    @BeforeEach
    void startWithEmptyRegisters() {
        Tables.forgetRegisters();
    }

    @Test
    void isRefusedWithArticleAndWaysOut() {
        Reply refusal = municipality.transfer(referral);

        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal.code()).isEqualTo("CONSENT_REQUIRED");
        assertThat(refusal.at("/decision")).isEqualTo("DENY");
        assertThat(refusal.at("/reasons/0/article")).isEqualTo("Wmo 2015 art. 5.3.3 lid 1");
        assertThat(refusal.at("/reasons/0/person")).isEqualTo("p1");
        assertThat(refusal.codes("remedies")).contains("ASK_CONSENT");
        assertThat(refusal.at("/remedies/0/call")).isEqualTo("POST /v1/consents");
        assertThat(Tables.countOf("delivery", refusal.transferId())).isZero();
        assertThat(Tables.entries(refusal.transferId(), "DECISION")).isOne();
    }

    @Test
    void isExplainedInTheLanguageOfTheCaller() {
        Reply dutch = municipality.dryRun(referral);
        Reply english = municipality
                .post("/v1/decisions", referral)
                .header("Accept-Language", "en-GB, nl;q=0.5")
                .send();

        assertThat(dutch.at("/reasons/0/text")).contains("toestemming");
        assertThat(english.at("/reasons/0/text")).contains("consent");
        assertThat(english.code()).isEqualTo(dutch.code());
    }

    @Test
    void isPermittedOnceTheMunicipalityRegisteredConsentAndTheBsnStaysBehind() {
        consent();

        Reply permit = municipality.transfer(referral);

        assertThat(permit.status()).isEqualTo(202);
        assertThat(permit.removed())
                .containsExactlyInAnyOrder(
                        "p1 identity.bsn BSN_NOT_ALLOWED", "p1 identity.birthdate FIELD_NOT_ALLOWED");
        Reply message = welfare.get("/v1/inbox/" + permit.transferId()).send();
        assertThat(message.at("/message/persons/0/data/support/need")).isEqualTo(Messages.STORY);
        assertThat(message.text()).doesNotContain(Messages.ANNA);
    }

    @Test
    void withdrawalStopsTheQueuedMessageAndTheNextDecision() {
        String consent = consent();
        String queued = municipality.transfer(referral).transferId();

        Registers.withdraw("gemeente-wmo", consent);

        assertThat(municipality.get("/v1/transfers/" + queued).send().at("/delivery/state"))
                .isEqualTo("STOPPED");
        assertThat(welfare.get("/v1/inbox/" + queued).send().status()).isEqualTo(404);
        assertThat(Tables.payloads(queued)).isZero();
        assertThat(Tables.entries(queued, "DELIVERY_STOPPED")).isOne();
        assertThat(municipality.transfer(referral).code()).isEqualTo("CONSENT_WITHDRAWN");
    }

    @Test
    void withdrawalIsAsEasyTwiceAsOnce() {
        String consent = consent();

        Registers.withdraw("gemeente-wmo", consent);
        Registers.withdraw("gemeente-wmo", consent);

        assertThat(municipality.transfer(referral).code()).isEqualTo("CONSENT_WITHDRAWN");
    }

    @Test
    void leavesOutWhatTheConsentDoesNotName() {
        Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "WELZIJN", "identity.name", "support.need"));

        Reply permit = municipality.transfer(referral.text("/persons/0/data/contact/phone", "0600000000"));

        assertThat(permit.removed()).contains("p1 contact.phone CONSENT_NOT_SPECIFIC");
    }

    @Test
    void aConsentThatWasNotFreeDoesNotCount() {
        Message consent = Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "WELZIJN", "identity", "support")
                .with("/freedom/noDetrimentExplained", "false");
        Registers.consentBy("gemeente-wmo", consent);

        assertThat(municipality.transfer(referral).code()).isEqualTo("CONSENT_NOT_FREE");
    }

    @Test
    void aConsentForAnotherReceiverDoesNotCount() {
        Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "00000099000000002800", "identity", "support"));

        assertThat(municipality.transfer(referral).code()).isEqualTo("CONSENT_NOT_SPECIFIC");
    }

    private static String consent() {
        return Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "WELZIJN", "identity", "contact", "support"));
    }
}
