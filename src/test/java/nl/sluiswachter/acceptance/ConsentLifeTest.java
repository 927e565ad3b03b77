package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A consent from the question to its end, and what each step does to decisions and queued messages. */
class ConsentLifeTest {

    private static final String GRANT =
            """
            {"givenBy":{"relation":"SELF"},"givenAt":"%s","freedom":{"initiatedByResident":true,"benefitForResident":true,
             "noDetrimentExplained":true,"notUsedForEnforcement":true},
             "shown":{"form":"toestemming-welzijn","version":"2026-1","language":"nl","channel":"SCREEN"}}""";

    private final Client municipality = Client.of("gemeente-wmo");
    private final Message referral = Messages.referral();

    @BeforeEach
    void startWithEmptyRegisters() {
        Tables.forgetRegisters();
    }

    @Test
    void aRequestPermitsNothingAndAGrantDoes() {
        String id = request();
        assertThat(municipality.transfer(referral).code()).isEqualTo("CONSENT_REQUIRED");

        Reply granted = step(id, "grant", GRANT.formatted(Instant.now()));

        assertThat(granted.status()).as(granted.text()).isEqualTo(200);
        assertThat(municipality.transfer(referral).status()).isEqualTo(202);
    }

    @Test
    void aRefusalPermitsNothingAndCannotBeTurnedIntoAGrant() {
        String id = request();

        assertThat(step(id, "refusal", "{\"by\":{\"relation\":\"SELF\"}}").at("/state"))
                .isEqualTo("REFUSED");

        assertThat(municipality.transfer(referral).code()).isEqualTo("CONSENT_REQUIRED");
        Reply conflict = step(id, "grant", GRANT.formatted(Instant.now()));
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.code()).isEqualTo("CONSENT_NOT_REQUESTED");
    }

    @Test
    void aRefusalIsToldAndTheSameIsNotOfferedToBeAskedAgain() {
        assertThat(municipality.transfer(referral).codes("remedies")).contains("ASK_CONSENT");
        step(request(), "refusal", "{}");

        Reply refused = municipality.transfer(referral);

        assertThat(refused.codes("remedies"))
                .contains("RESPECT_REFUSAL", "ANONYMOUS_CONSULT")
                .doesNotContain("ASK_CONSENT");
        assertThat(explanation(refused, "resident")).contains("Het antwoord was nee.");
        assertThat(explanation(refused, "professional")).contains("het antwoord was nee");
        assertThat(explanation(refused, "technical"))
                .contains("RESPECT_REFUSAL")
                .doesNotContain("ASK_CONSENT");
    }

    @Test
    void aYesAfterARefusalCounts() {
        step(request(), "refusal", "{}");
        Registers.consentBy("gemeente-wmo", consent());

        assertThat(municipality.transfer(referral).status()).isEqualTo(202);
    }

    private String explanation(Reply transfer, String audience) {
        String path = "/v1/transfers/" + transfer.transferId() + "/explanation?audience=" + audience;
        return municipality.get(path).send().text();
    }

    @Test
    void anInvalidConsentStopsTheQueuedMessageAndTheNextDecision() {
        String id = Registers.consentBy("gemeente-wmo", consent());
        String queued = municipality.transfer(referral).transferId();

        Reply invalid = step(id, "invalidation", "{\"reason\":\"NOT_INFORMED\",\"evidence\":\"besluit/3\"}");

        assertThat(invalid.at("/events/1/reason")).isEqualTo("NOT_INFORMED");
        assertThat(Long.parseLong(invalid.at("/events/1/stoppedWithinMillis"))).isBetween(0L, 10_000L);
        assertThat(municipality.get("/v1/transfers/" + queued).send().at("/delivery/state"))
                .isEqualTo("STOPPED");
        assertThat(Tables.payloads(queued)).isZero();
        Reply next = municipality.transfer(referral);
        assertThat(next.code()).isEqualTo("CONSENT_REQUIRED");
        assertThat(explanation(next, "resident")).doesNotContain("ingetrokken").doesNotContain("INVALIDATED");
    }

    @Test
    void theSearchShowsWhatWasKnownAtAMoment() {
        String id = Registers.consentBy("gemeente-wmo", consent());
        String given = municipality.get("/v1/consents/" + id).send().at("/stateSince");
        Registers.withdraw("gemeente-wmo", id);

        assertThat(search(given).at("/consents/0/state")).isEqualTo("GIVEN");
        assertThat(search(Instant.now().toString()).at("/consents/0/state")).isEqualTo("WITHDRAWN");
        assertThat(search(Instant.parse(given).minusMillis(1).toString()).json().path("consents"))
                .isEmpty();
    }

    @Test
    void theRecordAndTheReceiptNameNobody() {
        String id = Registers.consentBy("gemeente-wmo", consent());

        for (String export : new String[] {"record", "receipt"}) {
            Reply reply = municipality.get("/v1/consents/" + id + "/" + export).send();
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            assertThat(reply.at("/parties/0/name")).isNotEmpty();
            assertThat(reply.text()).doesNotContain(Messages.ANNA, "1984");
        }
        assertThat(Client.of("school")
                        .get("/v1/consents/" + id + "/record")
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void everyEventIsInTheLog() {
        int before = entries();
        String id = request();
        step(id, "grant", GRANT.formatted(Instant.now()));
        Registers.withdraw("gemeente-wmo", id);
        Registers.withdraw("gemeente-wmo", id);

        assertThat(entries() - before).isEqualTo(3);
    }

    private String request() {
        return Registers.consentBy("gemeente-wmo", Registers.asked(consent()));
    }

    private static Message consent() {
        return Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "WELZIJN", "identity", "support");
    }

    private Reply step(String id, String step, String body) {
        return municipality
                .post("/v1/consents/" + id + "/" + step, Message.of(body))
                .send();
    }

    private Reply search(String at) {
        return municipality
                .post(
                        "/v1/consents/_zoek",
                        Message.of("{\"subject\":{\"bsn\":\"%s\"},\"at\":\"%s\"}".formatted(Messages.ANNA, at)))
                .send();
    }

    private static int entries() {
        return Tables.asOwner()
                .sql("select count(*) from transfer_log where kind = 'CONSENT'")
                .query(Integer.class)
                .single();
    }
}
