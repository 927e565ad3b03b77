package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A party sees its own transfers. Another's, an unknown one and nonsense look alike to the last byte. */
class OwnTransfersTest {

    private static final String UNKNOWN = "0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f50";

    private final Client municipality = Client.of("gemeente-wmo");
    private final Client stranger = Client.of("welzijn");

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/transfers/%s", "/v1/transfers/%s/receipt", "/v1/transfers/%s/proof", "/v1/inbox/%s"})
    void othersCannotTellAnExistingTransferFromNothing(String address) {
        String id = municipality.transfer(Messages.allocation()).transferId();

        alike(List.of(
                read(address, id), read(address, UNKNOWN), read(address, "nonsense"), read(address, "1-1-1-1-1")));
    }

    @Test
    void othersCannotAcknowledgeAMessage() {
        String id = municipality.transfer(Messages.allocation()).transferId();

        alike(List.of(acknowledge(id), acknowledge(UNKNOWN), acknowledge("nonsense")));
        assertThat(Tables.payloads(id)).isOne();
    }

    @Test
    void othersCannotSeeOrWithdrawAConsent() {
        String id = Registers.consentBy(
                "gemeente-wmo", Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "WELZIJN", "identity", "support"));

        alike(List.of(
                read("/v1/consents/%s", id), read("/v1/consents/%s", UNKNOWN), read("/v1/consents/%s", "nonsense")));
        alike(List.of(withdraw(id), withdraw(UNKNOWN), withdraw("nonsense")));
        assertThat(municipality.get("/v1/consents/" + id).send().at("/state")).isEqualTo("GIVEN");
    }

    @Test
    void theReceiverOfARefusedTransferDoesNotHearOfIt() {
        String id = municipality.transfer(Messages.referral()).transferId();

        assertThat(read("/v1/transfers/%s", id).status()).isEqualTo(404);
        assertThat(municipality.get("/v1/transfers/" + id).send().at("/decision"))
                .isEqualTo("DENY");
    }

    @Test
    void anInboxHoldsOnesOwnMessagesOnly() {
        String id = municipality.transfer(Messages.allocation()).transferId();

        assertThat(stranger.get("/v1/inbox").send().text()).doesNotContain(id);
        assertThat(municipality.get("/v1/inbox").send().text()).doesNotContain(id);
    }

    private static void alike(List<Reply> replies) {
        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.text()).isEqualTo(replies.get(0).text());
            assertThat(reply.headers().keySet())
                    .isEqualTo(replies.get(0).headers().keySet());
        });
    }

    private Reply read(String address, String id) {
        return stranger.get(address.formatted(id)).bad().send();
    }

    private Reply acknowledge(String id) {
        return stranger.post("/v1/inbox/" + id + "/acknowledgement", Message.of("{\"status\":\"ACCEPTED\"}"))
                .bad()
                .send();
    }

    private Reply withdraw(String id) {
        return stranger.call("POST", "/v1/consents/" + id + "/withdrawal").bad().send();
    }
}
