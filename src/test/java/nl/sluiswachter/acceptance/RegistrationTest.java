package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be left out of a registration. */
class RegistrationTest {

    private final Client municipality = Client.of("gemeente-wmo");

    @BeforeEach
    void startWithEmptyRegisters() {
        Tables.forgetRegisters();
    }

    @Test
    void aBsnWithPartOfTheIdentitySetIsEnoughToKnowThePerson() {
        Message consent = Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "WELZIJN", "identity", "support")
                .with(
                        "/subject/name",
                        "{\"given\":\"%s\",\"family\":\"%s\"}".formatted(Messages.GIVEN, Messages.FAMILY));

        Registers.consentBy("gemeente-wmo", consent);

        assertThat(municipality.transfer(Messages.referral()).status()).isEqualTo(202);
    }

    @Test
    void aPartnerRegistersOnlyForAnExchangeThatItCanSend() {
        Message consent = Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "WELZIJN", "identity", "support");

        Reply refusal = Client.of("school").post("/v1/consents", consent).send();

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.at("/invalidParams/0/code")).isEqualTo("NOT_YOUR_EXCHANGE");
    }

    @Test
    void theMunicipalityRegistersNoConsentThatItsSenderCanNeverUse() {
        Message consent = Registers.consent(Messages.ANNA, "GP_TO_YOUTH_TEAM", "GEMEENTE_JEUGD", "support")
                .text("/kind", "SECRECY_WAIVER");

        Reply refusal = municipality.post("/v1/consents", consent).send();

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.at("/invalidParams/0/code")).isEqualTo("NOT_YOUR_EXCHANGE");
        Registers.consentBy("gemeente-wmo", consent.text("/sender", "HUISARTS"));
    }

    @Test
    void aFactWithoutABeginningHoldsFromNow() {
        Message commitment =
                Message.of("{\"kind\":\"COMMITMENT\",\"subject\":{\"bsn\":\"%s\"},\"party\":\"00000099000000002000\"}"
                        .formatted(Messages.ANNA));

        Reply fact = municipality.post("/v1/facts", commitment).send();

        assertThat(Instant.parse(fact.at("/validFrom")))
                .isCloseTo(Instant.now(), Assertions.within(Duration.ofMinutes(1)));
        assertThat(municipality.transfer(Messages.allocation()).status()).isEqualTo(202);
    }

    @Test
    void factsAreTheMunicipalitysAlone() {
        Message search = Message.of("{\"subject\":{\"bsn\":\"%s\"}}".formatted(Messages.ANNA));

        assertThat(municipality.post("/v1/facts/_zoek", search).send().status()).isEqualTo(200);
        assertThat(Client.of("huisarts").post("/v1/facts/_zoek", search).send().status())
                .isEqualTo(404);
    }

    @Test
    void aPersonIsFoundByEitherIdentity() {
        Registers.fact(Message.of(
                """
                {"kind":"COMMITMENT","party":"00000099000000002000","subject":{"bsn":"%s",
                 "name":{"given":"%s","family":"%s"},"birthdate":"1984-03-12","postcode":"1234 AB","houseNumber":"12"}}
                """
                        .formatted(Messages.ANNA, Messages.GIVEN, Messages.FAMILY)));
        Message withoutBsn = Messages.allocation()
                .without("/persons/0/data/identity/bsn")
                .with("/persons/0/data/identity/address", "{\"postcode\":\"1234AB\",\"houseNumber\":\"12\"}");

        assertThat(municipality.transfer(withoutBsn).status()).isEqualTo(202);
        assertThat(municipality.transfer(Messages.allocation()).status()).isEqualTo(202);
    }

    @Test
    void twoPersonsUnderOneIdentitySetAreNotGuessedBetween() {
        for (String bsn : new String[] {Messages.ANNA, Messages.BORIS}) {
            Registers.fact(Message.of(
                    """
                    {"kind":"COMMITMENT","party":"00000099000000002000","subject":{"bsn":"%s",
                     "name":{"given":"%s","family":"%s"},"birthdate":"1984-03-12","postcode":"1234 AB","houseNumber":"12"}}
                    """
                            .formatted(bsn, Messages.GIVEN, Messages.FAMILY)));
        }
        Message withoutBsn = Messages.allocation()
                .without("/persons/0/data/identity/bsn")
                .with("/persons/0/data/identity/address", "{\"postcode\":\"1234AB\",\"houseNumber\":\"12\"}");

        assertThat(municipality.transfer(withoutBsn).code()).isEqualTo("SUBJECT_AMBIGUOUS");
    }
}
