package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One thing wrong at a time: the reason names it, and nothing is delivered. */
class PartiesAndPurposeTest {

    private static final Oin PROVIDER = new Oin("00000099000000002000");

    private final Client municipality = Client.of("gemeente-wmo");
    private final Parties parties = RunningGateway.shared().bean(Parties.class);
    private final Party provider = parties.find(PROVIDER).orElseThrow();

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @AfterEach
    void restoreTheProvider() {
        parties.save(provider);
    }

    static Stream<Arguments> wrong() {
        Message good = Messages.allocation();
        return Stream.of(
                Arguments.of("PURPOSE_INCOMPATIBLE", good.text("/purpose", "EARLY_HELP")),
                Arguments.of("JUSTIFICATION_MISSING", good.text("/necessity", " ")),
                Arguments.of("JUSTIFICATION_MISSING", good.without("/necessity")),
                Arguments.of("LEGAL_BASIS_NOT_IN_FORCE", good.text("/legalBasis", "WAMS:CASUSOVERLEG")),
                Arguments.of("LEGAL_BASIS_UNKNOWN", good.text("/legalBasis", "Wet van " + Messages.FAMILY)),
                Arguments.of("PURPOSE_INCOMPATIBLE", good.text("/legalBasis", "Wgs art. 8d")),
                Arguments.of("SENDER_NOT_ENTITLED", good.text("/senderCapacity", "GEMEENTE_JEUGD")),
                Arguments.of("RECEIVER_NOT_ENTITLED", good.text("/receiver/oin", "00000099000000008888")),
                Arguments.of("RECEIVER_NOT_ENTITLED", good.text("/receiver/capacity", "WELZIJN")),
                Arguments.of("BSN_INVALID", good.text("/persons/0/data/identity/bsn", "123456789")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isRefusedForThatReason(String code, Message message) {
        Reply refusal = municipality.transfer(message);

        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal.codes("reasons")).contains(code);
        assertThat(refusal.codes("remedies")).isNotEmpty();
        assertThat(Tables.countOf("delivery", refusal.transferId())).isZero();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        Message message = Messages.allocation()
                .text("/purpose", "EARLY_HELP")
                .text("/necessity", "")
                .text("/senderCapacity", "GEMEENTE_JEUGD")
                .without("/persons/0/data/care");

        assertThat(municipality.transfer(message).codes("reasons"))
                .contains("SENDER_NOT_ENTITLED", "PURPOSE_INCOMPATIBLE", "JUSTIFICATION_MISSING", "MINIMUM_MISSING");
    }

    @Test
    void aStatedBasisThatIsTheTypesOwnIsFine() {
        Message message = Messages.allocation().text("/legalBasis", "Wmo 2015 art. 5.2.1 lid 2 onder a");

        assertThat(municipality.transfer(message).status()).isEqualTo(202);
    }

    @Test
    void aProviderThatWasNotCommittedGetsNothing() {
        Tables.forgetRegisters();

        Reply refusal = municipality.transfer(Messages.allocation());

        assertThat(refusal.code()).isEqualTo("PRECONDITION_MISSING");
        assertThat(refusal.at("/reasons/0/field")).isEqualTo("COMMITMENT");
        assertThat(refusal.at("/remedies/0/call")).isEqualTo("POST /v1/facts");
    }

    @Test
    void aCommitmentThatIsNoLongerValidIsNone() {
        Tables.forgetRegisters();
        Registers.fact(Message.of("{\"kind\":\"COMMITMENT\",\"subject\":{\"bsn\":\"%s\"},\"party\":\"%s\"}"
                        .formatted(Messages.ANNA, PROVIDER.value()))
                .text("/validFrom", Registers.daysAgo(9))
                .text("/validUntil", Registers.daysAgo(1)));

        assertThat(municipality.transfer(Messages.allocation()).code()).isEqualTo("PRECONDITION_MISSING");
    }

    @Test
    void aSuspendedReceiverGetsNothingAndASuspendedSenderIsNotHeard() {
        parties.save(new Party(
                provider.oin(),
                provider.name(),
                provider.side(),
                PartyStatus.SUSPENDED,
                provider.capacities(),
                provider.keys(),
                provider.push()));

        assertThat(municipality.transfer(Messages.allocation()).codes("reasons"))
                .contains("RECEIVER_NOT_ENTITLED");
        assertThat(Client.of("wmo-aanbieder").get("/v1/inbox").send().status()).isIn(401, 403);
    }

    @Test
    void aPartyCannotSendAsAnother() {
        assertThat(Client.of("welzijn").transfer(Messages.allocation()).codes("reasons"))
                .contains("SENDER_NOT_ENTITLED");
    }

    @Test
    void withoutBsnTheWholeIdentitySetIsNeeded() {
        Message message = Messages.allocation().without("/persons/0/data/identity/bsn");

        assertThat(municipality.transfer(message).codes("reasons")).contains("IDENTITY_INCOMPLETE");
    }
}
