package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A field keeps the law under which it was obtained. */
class OriginTest {

    private final Client municipality = Client.of("gemeente-wmo");

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void whatIsNotNeededStaysBehindAndTheRestGoes() {
        Message message = Messages.allocation()
                .text("/persons/0/data/comm/language", "fy")
                .with("/persons/0/origins", "{\"comm.language\":\"PW\"}");

        Reply permit = municipality.transfer(message);

        assertThat(permit.status()).isEqualTo(202);
        assertThat(permit.removed()).containsExactly("p1 comm.language EXPLICIT_CONSENT_REQUIRED");
    }

    @Test
    void withoutItsMinimumTheTransferIsRefusedForThatReason() {
        Message message = Messages.allocation().with("/persons/0/origins", "{\"care.indication\":\"PW\"}");

        Reply refusal = municipality.transfer(message);

        assertThat(refusal.code()).isEqualTo("EXPLICIT_CONSENT_REQUIRED");
        assertThat(refusal.at("/reasons/0/field")).isEqualTo("care.indication");
        assertThat(refusal.at("/reasons/0/article")).isEqualTo("Wmo 2015 art. 5.1.1 lid 4");
    }

    @Test
    void bothConsentsOpenTheWay() {
        Message consent = Registers.consent(Messages.ANNA, "WMO_ALLOCATION", "WMO_AANBIEDER", "care.indication");
        Registers.consentBy("gemeente-wmo", consent);
        Message message = Messages.allocation().with("/persons/0/origins", "{\"care.indication\":\"PW\"}");
        assertThat(municipality.transfer(message).status()).isEqualTo(403);

        Registers.consentBy("gemeente-wmo", consent.text("/kind", "PW_WRITTEN"));

        assertThat(municipality.transfer(message).status()).isEqualTo(202);
    }

    @Test
    void whatMayNeverCrossNeverDoes() {
        Message message = Messages.allocation().text("/persons/0/origin", "SCHOOL");

        Reply refusal = municipality.transfer(message);

        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal.codes("remedies")).contains("ASK_CONSENT");
    }
}
