package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The municipality allocates support; the provider gets what it needs, and no more. */
class PermittedTransferTest {

    private final Client municipality = Client.of("gemeente-wmo");
    private final Client provider = Client.of("wmo-aanbieder");

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void goesFromHandshakeToAcknowledgement() {
        Reply permit = municipality.transfer(Messages.allocation());
        assertThat(permit.status()).isEqualTo(202);
        assertThat(permit.at("/decision")).isEqualTo("PERMIT");
        String id = permit.transferId();
        assertThat(status(municipality, id)).isEqualTo("QUEUED");

        assertThat(waiting()).contains(id);
        Reply message = provider.get("/v1/inbox/" + id).send();
        assertThat(message.at("/message/persons/0/data/care/indication")).isEqualTo(Messages.STORY);
        assertThat(status(provider, id)).isEqualTo("DELIVERED");

        Reply settled = acknowledge(id, "{\"status\":\"ACCEPTED\"}");
        assertThat(settled.at("/state")).isEqualTo("ACKNOWLEDGED");
        assertThat(status(municipality, id)).isEqualTo("ACKNOWLEDGED");
        assertThat(Tables.payloads(id)).isZero();
        assertThat(provider.get("/v1/inbox/" + id).send().status()).isEqualTo(404);
    }

    @Test
    void keepsTheMessageUntilItIsAcknowledged() {
        String id = municipality.transfer(Messages.allocation()).transferId();

        provider.get("/v1/inbox/" + id).send();
        Reply again = provider.get("/v1/inbox/" + id).send();

        assertThat(again.at("/message/persons/0/data/identity/bsn")).isEqualTo(Messages.ANNA);
        assertThat(Tables.payloads(id)).isOne();
    }

    @Test
    void leavesOutWhatTheProviderDoesNotNeedAndRepeatsNoNameThatIsNotOurs() {
        Message message = Messages.allocation()
                .text("/persons/0/data/health/diagnosis", Messages.STORY)
                .text("/persons/0/data/" + Messages.FAMILY + "/size", "41");

        Reply permit = municipality.transfer(message);

        assertThat(permit.removed())
                .containsExactlyInAnyOrder(
                        "p1 health.diagnosis FIELD_NOT_ALLOWED", "p1 (unreadable) FIELD_NOT_ALLOWED");
        Reply delivered = provider.get("/v1/inbox/" + permit.transferId()).send();
        assertThat(delivered.json().at("/message/persons/0/data").has("health")).isFalse();
        assertThat(delivered.json().at("/message/persons/0/data").has(Messages.FAMILY))
                .isFalse();
    }

    @Test
    void tellsTheSenderToInformThePerson() {
        Reply permit = municipality.transfer(Messages.allocation());

        assertThat(permit.codes("obligations")).containsExactly("INFORM_SUBJECT");
        assertThat(permit.json().at("/findings"))
                .allSatisfy(
                        finding -> assertThat(finding.path("article").asText()).isNotBlank());
    }

    @Test
    void rejectionByTheReceiverEndsTheTransferAndDeletesTheMessage() {
        String id = municipality.transfer(Messages.allocation()).transferId();

        assertThat(acknowledge(id, "{\"status\":\"REJECTED\",\"reason\":\"NOT_OURS\"}")
                        .at("/state"))
                .isEqualTo("REJECTED");
        assertThat(municipality.get("/v1/transfers/" + id).send().at("/delivery/reason"))
                .isEqualTo("NOT_OURS");
        assertThat(Tables.payloads(id)).isZero();
    }

    @Test
    void anAcknowledgementMayBeRepeatedButNotTurned() {
        String id = municipality.transfer(Messages.allocation()).transferId();
        provider.get("/v1/inbox/" + id).send();
        acknowledge(id, "{\"status\":\"ACCEPTED\"}");

        assertThat(acknowledge(id, "{\"status\":\"ACCEPTED\"}").status()).isEqualTo(200);
        Reply turned = acknowledge(id, "{\"status\":\"REJECTED\",\"reason\":\"OTHER\"}");

        assertThat(turned.status()).isEqualTo(409);
        assertThat(turned.code()).isEqualTo("ALREADY_SETTLED");
    }

    private Reply acknowledge(String id, String body) {
        return provider.post("/v1/inbox/" + id + "/acknowledgement", Message.of(body))
                .send();
    }

    private static String status(Client party, String id) {
        return party.get("/v1/transfers/" + id).send().at("/delivery/state");
    }

    /** Every page of the inbox: other tests leave messages there too. */
    private String waiting() {
        StringBuilder pages = new StringBuilder();
        String cursor = "";
        while (cursor != null) {
            Reply page = provider.get("/v1/inbox?limit=100" + cursor).send();
            pages.append(page.text());
            JsonNode next = page.json().path("nextCursor");
            cursor = next.isTextual() ? "&cursor=" + next.asText() : null;
        }
        return pages.toString();
    }
}
