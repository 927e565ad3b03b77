package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The municipality asks a practitioner; the practitioner answers. Both take consent, the answer a waiver too. */
class HealthInformationTest {

    private static final String[] HEALTH = {"identity", "health"};

    private final Client municipality = Client.of("gemeente-wmo");
    private final Client practitioner = Client.of("huisarts");

    @BeforeEach
    void startWithEmptyRegisters() {
        Tables.forgetRegisters();
    }

    @Test
    void theQuestionNeedsExplicitConsent() {
        assertThat(municipality.transfer(Messages.question()).code()).isEqualTo("EXPLICIT_CONSENT_REQUIRED");
    }

    @Test
    void theQuestionGoesWithConsentAndArrives() {
        consentToTheQuestion();

        Reply permit = municipality.transfer(Messages.question());

        assertThat(permit.status()).isEqualTo(202);
        Reply message = practitioner.get("/v1/inbox/" + permit.transferId()).send();
        assertThat(message.at("/message/persons/0/data/request/question")).isEqualTo(Messages.STORY);
    }

    @Test
    void aRequestThatAsksNothingIsRefused() {
        Reply refusal = municipality.transfer(Messages.question().without("/persons/0/data/request"));

        assertThat(refusal.codes("reasons")).contains("PRECONDITION_MISSING", "EXPLICIT_CONSENT_REQUIRED");
    }

    @Test
    void theAnswerNeedsConsentAndWaiver() {
        Reply refusal = practitioner.transfer(answer());

        assertThat(refusal.codes("reasons")).contains("EXPLICIT_CONSENT_REQUIRED", "SECRECY_NOT_LIFTED");
        assertThat(refusal.codes("remedies")).contains("ASK_CONSENT", "ASK_WAIVER", "USE_VT_ROUTE");
    }

    @Test
    void consentAloneDoesNotLiftSecrecy() {
        register(answerConsent());

        assertThat(practitioner.transfer(answer()).codes("reasons")).containsExactly("SECRECY_NOT_LIFTED");
    }

    @Test
    void theAnswerGoesWithBoth() {
        register(answerConsent());
        register(answerConsent().text("/kind", "SECRECY_WAIVER"));

        Reply permit = practitioner.transfer(answer());

        assertThat(permit.status()).isEqualTo(202);
        Reply message = municipality.get("/v1/inbox/" + permit.transferId()).send();
        assertThat(message.at("/message/persons/0/data/health/functional")).isEqualTo(Messages.STORY);
    }

    @Test
    void aWaiverIsNotAConsent() {
        register(answerConsent().text("/kind", "SECRECY_WAIVER"));

        assertThat(practitioner.transfer(answer()).codes("reasons")).containsExactly("CONSENT_WRONG_TYPE");
    }

    @Test
    void consentForAnotherReceiverIsNotSpecific() {
        register(answerConsent().with("/receivers", "[\"GEMEENTE_JEUGD\"]"));

        assertThat(practitioner.transfer(answer()).codes("reasons")).contains("CONSENT_NOT_SPECIFIC");
    }

    @Test
    void consentThatIsNotFreeDoesNotCount() {
        register(answerConsent().with("/freedom/initiatedByResident", "false"));

        assertThat(practitioner.transfer(answer()).codes("reasons")).contains("CONSENT_NOT_FREE");
    }

    @Test
    void consentThatEndedDoesNotCount() {
        register(answerConsent().text("/validUntil", Registers.daysAgo(1)));

        assertThat(practitioner.transfer(answer()).codes("reasons")).contains("CONSENT_EXPIRED");
    }

    @Test
    void aDiagnosisNeverPasses() {
        register(answerConsent());
        register(answerConsent().text("/kind", "SECRECY_WAIVER"));

        Reply permit = practitioner.transfer(answer().text("/persons/0/data/health/diagnosis", Messages.STORY));

        assertThat(permit.removed()).contains("p1 health.diagnosis FIELD_NOT_ALLOWED");
    }

    @Test
    void aPractitionerCannotRegisterConsentForTheSendingOfAnother() {
        Reply refusal = practitioner
                .post("/v1/consents", answerConsent().text("/sender", "WIJKVERPLEGING"))
                .send();

        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal.code()).isEqualTo("SENDER_NOT_YOURS");
    }

    @Test
    void aRequestWithoutItemsIsRefusedAndSaysWhatCanBeAsked() {
        consentToTheQuestion();

        Reply refusal = municipality.transfer(Messages.question().without("/dataItems"));

        assertThat(refusal.codes("reasons")).containsExactly("ITEMS_MISSING");
        assertThat(refusal.codes("remedies")).containsExactly("NAME_ITEMS");
    }

    @Test
    void anAnswerThatNamesNoRequestIsRefused() {
        register(answerConsent());
        register(answerConsent().text("/kind", "SECRECY_WAIVER"));

        Reply refusal = practitioner.transfer(answer().without("/replyTo"));

        assertThat(refusal.codes("reasons")).containsExactly("REPLY_TO_MISSING");
        assertThat(refusal.codes("remedies")).containsExactly("CORRECT_REPLY", "HAVE_IT_ASKED");
    }

    @Test
    void anAnswerToWhatSomebodyElseWasAskedIsRefused() {
        register(answerConsent());
        register(answerConsent().text("/kind", "SECRECY_WAIVER"));
        Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WMO_HEALTH_INFO_REQUEST", "WIJKVERPLEGING", "identity", "request"));
        String toTheNurse = municipality
                .transfer(Messages.question()
                        .with("/receiver", "{\"oin\":\"00000099000000002200\",\"capacity\":\"WIJKVERPLEGING\"}"))
                .transferId();

        assertThat(practitioner.transfer(Messages.answer(toTheNurse)).codes("reasons"))
                .containsExactly("REQUEST_UNKNOWN");
    }

    /** An answer to a question that the municipality really asked. */
    private Message answer() {
        consentToTheQuestion();
        return Messages.answer(municipality.transfer(Messages.question()).transferId());
    }

    private static void consentToTheQuestion() {
        Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WMO_HEALTH_INFO_REQUEST", "HUISARTS", "identity", "request"));
    }

    private static Message answerConsent() {
        return Registers.consent(Messages.ANNA, "WMO_HEALTH_INFO_RESPONSE", "GEMEENTE_WMO", HEALTH);
    }

    private static void register(Message consent) {
        Registers.consentBy("huisarts", consent);
    }
}
