package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the municipality recorded about a person holds for everybody: objection, restriction, a secret address. */
class ObjectionAndSecrecyTest {

    private static final String ADDRESS =
            "{\"street\":\"%s\",\"houseNumber\":\"12\",\"postcode\":\"1234AB\",\"city\":\"Voorbeeld\"}"
                    .formatted(Messages.STREET);

    private final Client municipality = Client.of("gemeente-wmo");

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void anObjectionStopsTheTransferUntilItIsEnded() {
        String objection = Registers.fact("OBJECTION", Messages.ANNA);
        Reply refusal = municipality.transfer(Messages.allocation());
        assertThat(refusal.code()).isEqualTo("OBJECTION_RECORDED");
        assertThat(refusal.at("/reasons/0/article")).isEqualTo("AVG art. 21");
        assertThat(refusal.codes("remedies")).contains("WEIGH_OBJECTION");

        municipality.call("POST", "/v1/facts/" + objection + "/end").send();

        assertThat(municipality.transfer(Messages.allocation()).status()).isEqualTo(202);
    }

    @Test
    void anObjectionToAnotherPurposeDoesNotStopThisOne() {
        Registers.fact(Message.of(
                        "{\"kind\":\"OBJECTION\",\"subject\":{\"bsn\":\"%s\"},\"detail\":{\"purpose\":\"EARLY_HELP\"}}"
                                .formatted(Messages.ANNA))
                .text("/validFrom", Registers.daysAgo(1)));

        assertThat(municipality.transfer(Messages.allocation()).status()).isEqualTo(202);
    }

    @Test
    void aRestrictionStopsTheTransfer() {
        Registers.fact("RESTRICTION", Messages.ANNA);

        Reply refusal = municipality.transfer(Messages.allocation());

        assertThat(refusal.code()).isEqualTo("OBJECTION_RECORDED");
        assertThat(refusal.at("/reasons/0/article")).isEqualTo("AVG art. 18");
    }

    @Test
    void aSecretAddressGoesFlaggedWhereTheReceiverMustComeByAndNowhereElse() {
        Registers.fact("ADDRESS_SECRECY", Messages.ANNA);
        Message message = Messages.allocation().with("/persons/0/data/identity/address", ADDRESS);

        Reply permit = municipality.transfer(message);

        Reply delivered = Client.of("wmo-aanbieder")
                .get("/v1/inbox/" + permit.transferId())
                .send();
        assertThat(delivered.at("/message/persons/0/data/identity/address/street"))
                .isEqualTo(Messages.STREET);
        assertThat(delivered.text()).contains("\"addressSecret\":true");
    }

    @Test
    void aSecretAddressDoesNotGoAlongAsFallbackIdentity() {
        Registers.fact(Message.of(
                        """
                        {"kind":"ADDRESS_SECRECY","subject":{"name":{"given":"%s","family":"%s"},
                         "birthdate":"1984-03-12","postcode":"1234AB","houseNumber":"12"}}
                        """
                                .formatted(Messages.GIVEN, Messages.FAMILY))
                .text("/validFrom", Registers.daysAgo(1)));
        Message question = Messages.question()
                .without("/persons/0/data/identity/bsn")
                .with("/persons/0/data/identity/address", ADDRESS);

        Reply refusal = municipality.transfer(question);

        assertThat(refusal.json().path("findings").toString()).contains("ADDRESS_PROTECTED");
    }
}
