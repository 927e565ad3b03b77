package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "May I share this?": the same path, the same answer, nothing delivered. */
class DryRunTest {

    private final Client municipality = Client.of("gemeente-wmo");
    private final Message allocation = Messages.allocation().text("/persons/0/data/health/diagnosis", Messages.STORY);

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void saysTheSameAsTheRealDecision() {
        Reply dry = municipality.dryRun(allocation);
        Reply real = municipality.transfer(allocation);

        assertThat(dry.status()).isEqualTo(200);
        for (String part : new String[] {"decision", "policyVersion", "findings", "removed", "obligations"}) {
            assertThat(dry.json().path(part)).as(part).isEqualTo(real.json().path(part));
        }
    }

    @Test
    void saysTheSameAsTheRealRefusal() {
        Reply dry = municipality.dryRun(Messages.referral());
        Reply real = municipality.transfer(Messages.referral());

        assertThat(dry.status()).isEqualTo(real.status()).isEqualTo(403);
        for (String part : new String[] {"code", "title", "detail", "decision", "findings", "reasons", "remedies"}) {
            assertThat(dry.json().path(part)).as(part).isEqualTo(real.json().path(part));
        }
    }

    @Test
    void deliversNothingAndIsLoggedAsWhatItIs() {
        Reply dry = municipality.dryRun(allocation);

        assertThat(Tables.countOf("delivery", dry.transferId())).isZero();
        assertThat(Tables.payloads(dry.transferId())).isZero();
        assertThat(Tables.entries(dry.transferId(), "DRY_RUN")).isOne();
        assertThat(Tables.entries(dry.transferId(), "DECISION")).isZero();
    }

    @Test
    void isNoTransferToAskAfter() {
        Reply dry = municipality.dryRun(allocation);

        assertThat(municipality.get("/v1/transfers/" + dry.transferId()).send().status())
                .isEqualTo(404);
    }

    @Test
    void aKeyOfADryRunDoesNotTakeThatOfATransfer() {
        municipality.post("/v1/decisions", allocation).key("one-key").send();

        Reply real =
                municipality.post("/v1/transfers", allocation).key("one-key").send();

        assertThat(real.status()).isEqualTo(202);
    }
}
