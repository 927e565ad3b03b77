package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report to Veilig Thuis takes no consent, but says whether the person knows. */
class VeiligThuisReportTest {

    private final Client practitioner = Client.of("huisarts");

    @BeforeEach
    void startWithEmptyRegisters() {
        Tables.forgetRegisters();
    }

    @Test
    void goesWithoutConsent() {
        Reply permit = practitioner.transfer(Messages.report());

        assertThat(permit.status()).isEqualTo(202);
        assertThat(permit.codes("findings")).contains("CONSENT_NOT_NEEDED");
        assertThat(Client.of("veilig-thuis")
                        .get("/v1/inbox/" + permit.transferId())
                        .send()
                        .at("/message/persons/0/data/safety/concern"))
                .isEqualTo(Messages.STORY);
    }

    @Test
    void mustSayWhetherThePersonWasInformed() {
        Reply refusal = practitioner.transfer(Messages.report().with("/circumstances", "{}"));

        assertThat(refusal.code()).isEqualTo("PRECONDITION_MISSING");
        assertThat(refusal.at("/reasons/0/field")).isEqualTo("INFORMED_STATUS");
    }

    @Test
    void mayStayUntoldWhenTellingIsDangerousAndThenTheDutyRemains() {
        Message untold = Messages.report()
                .with("/circumstances/informed", "{\"status\":\"NOT_INFORMED\",\"reason\":\"DANGER\"}");

        assertThat(practitioner.transfer(untold).codes("obligations")).containsExactly("INFORM_SUBJECT_WHEN_SAFE");
        assertThat(practitioner.transfer(Messages.report()).codes("obligations"))
                .isEmpty();
    }

    @Test
    void notInformedWithoutAReasonIsNoStatus() {
        Message mute = Messages.report().with("/circumstances/informed", "{\"status\":\"NOT_INFORMED\"}");

        assertThat(practitioner.transfer(mute).code()).isEqualTo("PRECONDITION_MISSING");
    }

    @Test
    void anObjectionDoesNotStopIt() {
        Registers.fact("OBJECTION", Messages.ANNA);

        assertThat(practitioner.transfer(Messages.report()).status()).isEqualTo(202);
    }

    @Test
    void aSchoolReportsWithoutBsn() {
        Message report = Messages.report().text("/senderCapacity", "SCHOOL").text("/persons/0/origin", "SCHOOL");

        Reply permit = Client.of("school").transfer(report);

        assertThat(permit.status()).isEqualTo(202);
        assertThat(permit.removed()).contains("p1 identity.bsn BSN_NOT_ALLOWED");
    }
}
