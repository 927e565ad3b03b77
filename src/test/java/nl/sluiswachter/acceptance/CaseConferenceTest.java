package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One message to a table of partners: each is decided apart, gets its own slice, and learns nothing of the others. */
class CaseConferenceTest {

    private static final String PROVIDER = "00000099000000002000";
    private static final String WELFARE = "00000099000000002700";

    private final Client coordinator = Client.of("gemeente-regisseur");

    @BeforeEach
    void startWithEmptyRegisters() {
        Tables.forgetRegisters();
    }

    @Test
    void everyReceiverGetsADecisionAndOnlyItsOwnSlice() {
        consent("WMO_AANBIEDER");
        consent("WELZIJN");

        Reply reply = coordinator.transfer(table());

        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        assertThat(reply.at("/transfers/0/receiver/oin")).isEqualTo(PROVIDER);
        assertThat(reply.at("/transfers/0/decision")).isEqualTo("PERMIT");
        assertThat(reply.at("/transfers/1/decision")).isEqualTo("PERMIT");
        Reply provider = Client.of("wmo-aanbieder")
                .get("/v1/inbox/" + reply.at("/transfers/0/transferId"))
                .send();
        assertThat(provider.text())
                .contains("huis opruimen", "elke week een gesprek")
                .doesNotContain("koffie", WELFARE);
        Reply welfare = Client.of("welzijn")
                .get("/v1/inbox/" + reply.at("/transfers/1/transferId"))
                .send();
        assertThat(welfare.text())
                .contains("koffie", "elke week een gesprek")
                .doesNotContain("huis opruimen", PROVIDER);
    }

    @Test
    void oneRefusalNeitherBlocksNorLeaksAnother() {
        consent("WMO_AANBIEDER");

        Reply reply = coordinator.transfer(table());

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.at("/transfers/0/decision")).isEqualTo("PERMIT");
        assertThat(reply.at("/transfers/1/status")).isEqualTo("403");
        assertThat(reply.at("/transfers/1/decision")).isEqualTo("DENY");
        assertThat(reply.at("/transfers/1/code")).isEqualTo("CONSENT_NOT_SPECIFIC");
        String refused = reply.at("/transfers/1/transferId");
        assertThat(Client.of("welzijn").get("/v1/transfers/" + refused).send().status())
                .isEqualTo(404);
        assertThat(Client.of("wmo-aanbieder")
                        .get("/v1/transfers/" + refused)
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(Tables.entries(refused, "DECISION")).isEqualTo(1);
        assertThat(Tables.payloads(refused)).isZero();
    }

    @Test
    void whenNobodyMayGetItTheWholeIsRefused() {
        Reply reply = coordinator.transfer(table());

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("NO_RECEIVER_PERMITTED");
        assertThat(reply.at("/transfers/0/code")).isEqualTo("CONSENT_REQUIRED");
        assertThat(reply.at("/transfers/1/code")).isEqualTo("CONSENT_REQUIRED");
    }

    @Test
    void theSameKeyGivesTheSameAnswersAndDeliversOnce() {
        consent("WMO_AANBIEDER");
        int entries = Tables.count("transfer_log");

        Reply first = coordinator
                .post("/v1/transfers", table())
                .header("Idempotency-Key", "\"table-1\"")
                .send();
        Reply second = coordinator
                .post("/v1/transfers", table())
                .header("Idempotency-Key", "\"table-1\"")
                .send();

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(Tables.count("transfer_log")).isEqualTo(entries + 2);
    }

    @Test
    void aKeyThatCameWithAListDoesNotComeBackWithOneReceiver() {
        consent("WMO_AANBIEDER");
        coordinator
                .post("/v1/transfers", table())
                .header("Idempotency-Key", "\"table-2\"")
                .send();

        Reply again = coordinator
                .post(
                        "/v1/transfers",
                        table().without("/receivers").with("/receiver", receiver(PROVIDER, "WMO_AANBIEDER")))
                .header("Idempotency-Key", "\"table-2\"")
                .send();

        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void aTypeWithOneReceiverTakesNoList() {
        Reply reply = coordinator.transfer(table().text("/exchangeType", "WMO_ALLOCATION"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("ONE_RECEIVER_EXPECTED");
    }

    @Test
    void aReceiverIsNamedOnce() {
        Reply reply = coordinator.transfer(
                table().text("/receivers/1/oin", PROVIDER).text("/receivers/1/capacity", "WMO_AANBIEDER"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("RECEIVER_NAMED_TWICE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/receivers/0/persons/0/relation | \"PARENT\" | UNKNOWN_MEMBER",
                "/receivers/0/persons/0/origin | \"ZVW\" | UNKNOWN_MEMBER",
                "/receivers/0/persons/0/ref | \"p9\" | REF_UNKNOWN",
                "/receivers/0/persons/0/data/plan/goals | [\"anders\"] | FIELD_GIVEN_TWICE",
                "/receivers/0/persons/0/origins | {\"plan.goals\": \"RESIDENT\"} | ORIGIN_OF_ANOTHER",
                "/persons/0/origins | {\"plan.actions\": \"ZVW\"} | FIELD_GIVEN_TWICE",
                "/persons | 5 | REF_UNKNOWN",
                "/persons/0/data | \"abc\" | REF_UNKNOWN",
                "/receivers/0/persons | \"x\" | ARRAY_EXPECTED",
                "/receivers | [] | SIZE"
            })
    void aSliceOnlyAddsFieldsOfItsOwn(String pointer, String value, String code) {
        Reply reply = coordinator
                .post("/v1/transfers", table().with(pointer, value))
                .key(pointer)
                .bad()
                .send();

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.text()).contains(code);
    }

    @Test
    void aSliceKeepsTheOriginThatItStates() {
        consent("WMO_AANBIEDER");
        Message slice = table().with("/receivers/0/persons/0/origins", "{\"plan.actions\": \"VT\"}");

        Reply reply = coordinator.transfer(slice);

        assertThat(Client.of("wmo-aanbieder")
                        .get("/v1/inbox/" + reply.at("/transfers/0/transferId"))
                        .send()
                        .at("/message/persons/0/origins/plan.actions"))
                .isEqualTo("VT");
    }

    @Test
    void veiligThuisHandsOverToTheMunicipalityAndToAHelpAgencyInOneCall() {
        Reply reply = Client.of("veilig-thuis").transfer(handover());

        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        assertThat(reply.at("/transfers/0/decision")).isEqualTo("PERMIT");
        assertThat(reply.at("/transfers/1/decision")).isEqualTo("PERMIT");
        assertThat(Client.of("gemeente-wmo")
                        .get("/v1/inbox/" + reply.at("/transfers/0/transferId"))
                        .send()
                        .text())
                .contains("onveilig", "gesprek op school")
                .doesNotContain("hulp thuis");
        assertThat(Client.of("wmo-aanbieder")
                        .get("/v1/inbox/" + reply.at("/transfers/1/transferId"))
                        .send()
                        .text())
                .contains("onveilig", "hulp thuis")
                .doesNotContain("gesprek op school");
    }

    @Test
    void aDryRunSaysTheSameAndDeliversNothing() {
        consent("WMO_AANBIEDER");

        Reply reply = coordinator.post("/v1/decisions", table()).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/transfers/0/decision")).isEqualTo("PERMIT");
        assertThat(reply.at("/transfers/1/decision")).isEqualTo("DENY");
        assertThat(Tables.payloads(reply.at("/transfers/0/transferId"))).isZero();
    }

    private static void consent(String receiver) {
        Registers.consentBy(
                "gemeente-regisseur",
                Registers.consent(Messages.ANNA, "CASE_CONFERENCE_SHARE", receiver, "plan", "case"));
    }

    private static String receiver(String oin, String capacity) {
        return "{\"oin\":\"%s\",\"capacity\":\"%s\"}".formatted(oin, capacity);
    }

    private static Message handover() {
        return Message.of(
                """
                {"exchangeType":"VT_TRANSFER_LOCAL","senderCapacity":"VEILIG_THUIS","purpose":"ORGANISE_HELP_AND_SAFETY",
                 "necessity":"overdracht na onderzoek",
                 "receivers":[
                   {"oin":"00000099000000001000","capacity":"GEMEENTE_WMO",
                    "persons":[{"ref":"p1","data":{"safety":{"agreements":"gesprek op school"}}}]},
                   {"oin":"%s","capacity":"WMO_AANBIEDER",
                    "persons":[{"ref":"p1","data":{"safety":{"agreements":"hulp thuis"}}}]}],
                 "persons":[{"ref":"p1","relation":"SUBJECT","origin":"VT",
                   "data":{"identity":{"bsn":"%s","name":{"given":"Anna","family":"Jansen"}},
                           "safety":{"assessment":"onveilig"}}}]}
                """
                        .formatted(PROVIDER, Messages.ANNA));
    }

    private static Message table() {
        return Message.of(
                """
                {"exchangeType":"CASE_CONFERENCE_SHARE","senderCapacity":"GEMEENTE_REGISSEUR","purpose":"COORDINATION",
                 "necessity":"afspraken van het overleg",
                 "receivers":[
                   {"oin":"%s","capacity":"WMO_AANBIEDER",
                    "persons":[{"ref":"p1","data":{"plan":{"actions":["huis opruimen"]}}}]},
                   {"oin":"%s","capacity":"WELZIJN",
                    "persons":[{"ref":"p1","data":{"plan":{"actions":["koffie drinken"]}}}]}],
                 "persons":[{"ref":"p1","relation":"SUBJECT","origin":"RESIDENT",
                   "data":{"identity":{"bsn":"%s","birthdate":"1984-03-12"},"case":{"reference":"Z2026-1"},
                           "plan":{"goals":["elke week een gesprek"]}}}]}
                """
                        .formatted(PROVIDER, WELFARE, Messages.ANNA));
    }
}
