package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over Federated Service Connectivity, both sides log a call under the transaction in this header. */
class FscTransactionTest {

    private static final String HEADER = "Fsc-Transaction-Id";
    private static final String TRANSACTION = "0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f52";

    private final Client municipality = Client.of("gemeente-wmo");

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void comesBackOnAPermitARefusalAndADryRun() {
        assertThat(transfer(Messages.allocation(), TRANSACTION).headers()).containsEntry(HEADER, TRANSACTION);
        assertThat(transfer(Messages.referral(), TRANSACTION).headers()).containsEntry(HEADER, TRANSACTION);
        Reply dryRun = municipality
                .post("/v1/decisions", Messages.allocation())
                .header(HEADER, TRANSACTION)
                .send();
        assertThat(dryRun.headers()).containsEntry(HEADER, TRANSACTION);
    }

    @Test
    void isTheTransferWhenNoneWasGiven() {
        Reply permit = municipality.transfer(Messages.allocation());
        Reply refusal = municipality.transfer(Messages.referral());

        assertThat(permit.headers()).containsEntry(HEADER, permit.transferId());
        assertThat(refusal.headers()).containsEntry(HEADER, refusal.transferId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary", Messages.ANNA, "0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f52-1"})
    void isIgnoredWhenItIsNoUuid(String given) {
        Reply permit = transfer(Messages.allocation(), given);

        assertThat(permit.headers()).containsEntry(HEADER, permit.transferId());
    }

    @Test
    void isOnNoOtherAnswer() {
        Map<String, String> headers = municipality
                .get("/v1/catalogue")
                .header(HEADER, TRANSACTION)
                .send()
                .headers();

        assertThat(headers).doesNotContainKey(HEADER);
    }

    private Reply transfer(Message message, String transaction) {
        return municipality
                .post("/v1/transfers", message)
                .key(UUID.randomUUID().toString())
                .header(HEADER, transaction)
                .send();
    }
}
