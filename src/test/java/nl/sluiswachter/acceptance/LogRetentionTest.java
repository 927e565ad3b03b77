package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import nl.sluiswachter.transferlog.figures.Figures;
import nl.sluiswachter.transferlog.retention.Retention;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is on hold stays, what is due goes, and whoever asks for it then finds nothing and no error. */
class LogRetentionTest {

    private static final String HOLDS = "/v1/log-holds";
    private static final String CALENDAR = "/v1/log-calendar/_zoek";
    /** Twenty years ago, where only this test has entries. */
    private static final String AGE =
            """
            with old as (
              select shard, position, recorded_at from transfer_log where transfer_id = :id and kind = 'DECISION'),
            subjects as (
              update transfer_log_subject s set recorded_at = s.recorded_at - interval '20 years' from old
               where s.shard = old.shard and s.position = old.position and s.recorded_at = old.recorded_at),
            batches as (
              update log_batch b set written_at = written_at - interval '20 years' from old
               where b.shard = old.shard and old.position between b.first_position and b.last_position)
            update transfer_log l set recorded_at = l.recorded_at - interval '20 years' from old
             where l.shard = old.shard and l.position = old.position and l.recorded_at = old.recorded_at
            """;

    private final Client municipality = Client.of("gemeente-wmo");
    private final Client officer = Client.of("gemeente-regisseur");
    private final Retention retention = RunningGateway.shared().bean(Retention.class);

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void aHeldTransferStaysAndGoesAWeekAfterTheHoldWasLifted() {
        String transfer = oldTransfer();
        Reply held = officer.post(
                        HOLDS, hold("BEZWAAR-1").with("/subject", "{\"bsn\":\"%s\"}".formatted(Messages.ANNA)))
                .send();
        assertThat(held.status()).as(held.text()).isEqualTo(201);
        assertThat(held.text()).doesNotContain(Messages.ANNA);

        retention.destroyDue();
        assertThat(municipality
                        .get("/v1/transfers/" + transfer + "/proof")
                        .send()
                        .status())
                .isEqualTo(200);

        String id = held.at("/holdId");
        Reply lifted = officer.post(HOLDS + "/" + id + "/lift", Message.of("{\"reference\":\"BEZWAAR-2\"}"))
                .send();
        assertThat(lifted.at("/liftedAt")).isNotEmpty();
        retention.destroyDue();
        assertThat(Tables.countOf("transfer_log", transfer)).isPositive();
        Tables.asOwner()
                .sql("update log_hold_lift set lifted_at = now() - interval '8 days'")
                .update();

        assertThat(retention.destroyDue()).containsEntry("WMO_ALLOCATION", 1);
        assertGone(transfer);
        assertThat(kinds("HOLD", "BEZWAAR-1")).isEqualTo("PLACED");
        assertThat(kinds("HOLD", "BEZWAAR-2")).isEqualTo("LIFTED");
    }

    private void assertGone(String transfer) {
        for (String part : new String[] {"", "/proof", "/receipt", "/explanation"}) {
            Reply reply = municipality.get("/v1/transfers/" + transfer + part).send();
            assertThat(reply.status()).as(part).isEqualTo(404);
        }
        assertThat(municipality
                        .get("/v1/logs?transaction_ids=" + transfer)
                        .send()
                        .text())
                .doesNotContain(transfer);
        Reply found = search("transferId", transfer);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text()).doesNotContain("\"DECISION\"");
        assertThat(Tables.countOf("delivery", transfer)).isZero();
        JsonNode told = search("kind", "DESTRUCTION").json().at("/entries/0/detail");
        assertThat(told.path("rule").asText()).isEqualTo("WMO_ALLOCATION");
        assertThat(told.path("entries").asText()).isEqualTo("1");
        assertThat(search("until", "2010-01-01T00:00:00Z").json().path("entries"))
                .isEmpty();
    }

    @Test
    void theCalendarTellsWhatGoesWhenAndOfConfidentialTypesOnSomeGroundsOnly() {
        municipality.transfer(Messages.allocation());
        Client.of("huisarts").transfer(Messages.report());
        Tables.asOwner();
        RunningGateway.shared().bean(Figures.class).count();
        int lookups = Tables.count("transfer_log where kind = 'LOOKUP'");

        assertThat(calendar("AUDIT")).contains("WMO_ALLOCATION").doesNotContain("VT_REPORT", "LOOKUP", "DELIVERED");
        assertThat(calendar("SUPERVISION")).contains("WMO_ALLOCATION", "VT_REPORT", "LOOKUP");
        assertThat(Tables.count("transfer_log where kind = 'LOOKUP'")).isEqualTo(lookups + 2);
        assertThat(officer.post(CALENDAR, Message.of("{}")).bad().send().text()).contains("/ground", "/reference");
    }

    private List<String> calendar(String ground) {
        Reply reply = officer.post(
                        CALENDAR, Message.of("{\"reference\":\"FG-1\"}").text("/ground", ground))
                .send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().at("/calendar").findValuesAsText("rule");
    }

    @Test
    void refusesToHoldWhatNoCatalogueKnows() {
        Reply reply = officer.post(HOLDS, hold(Messages.reference("AP-")).text("/exchangeType", "WMO_ALOCATION"))
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/invalidParams/0/name").asText()).isEqualTo("/exchangeType");
        assertThat(reply.json().at("/invalidParams/0/code").asText()).isEqualTo("EXCHANGE_TYPE_UNKNOWN");
    }

    @Test
    void listsWhatHoldsNowWithoutSayingAboutWhom() {
        String reference = Messages.reference("AP-");
        officer.post(HOLDS, hold(reference).text("/caseReference", "Z-HELD-1")).send();
        officer.post(HOLDS, hold(reference).text("/exchangeType", "VT_REPORT").text("/from", "2011-01-01T00:00:00Z"))
                .send();

        Reply list = officer.get(HOLDS).send();

        assertThat(list.status()).isEqualTo(200);
        assertThat(municipality.get(HOLDS).send().text()).contains(reference).doesNotContain("VT_REPORT");
        assertThat(list.text()).contains(reference).doesNotContain("Z-HELD-1");
        assertThat(list.json().at("/holds/0/scope").asText()).isEqualTo("PERIOD");
        assertThat(list.json().at("/holds/1/scope").asText()).isEqualTo("CASE");
    }

    @Test
    void aHoldOnAConfidentialTransferIsToldToWhoPlacedItOnly() {
        String report = Client.of("huisarts").transfer(Messages.report()).transferId();
        String ordinary = municipality.transfer(Messages.allocation()).transferId();
        for (String transfer : List.of(report, ordinary)) {
            officer.post(HOLDS, hold("AP-1").text("/transferId", transfer)).send();
        }

        assertThat(officer.get(HOLDS).send().text()).contains(report, ordinary);
        assertThat(municipality.get(HOLDS).send().text()).contains(ordinary).doesNotContain(report);
    }

    @ParameterizedTest
    @CsvSource({"/ground, CURIOSITY", "/reference, 999993653", "/transferId, canary", "/from, canary"})
    void refusesWhatDoesNotFitWithoutRepeatingIt(String member, String value) {
        Reply reply = officer.post(
                        HOLDS, hold("X-1").text("/caseReference", "Z1").text(member, value))
                .bad()
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains(member).doesNotContain("canary").doesNotContain(Messages.ANNA);
    }

    @Test
    void demandsExactlyOneScope() {
        assertThat(officer.post(HOLDS, hold("X-1")).send().text()).contains("ONE_SCOPE_EXPECTED");
        assertThat(officer.post(HOLDS, hold("X-1").text("/caseReference", "Z1").text("/from", "2011-01-01T00:00:00Z"))
                        .send()
                        .text())
                .contains("ONE_SCOPE_EXPECTED");
    }

    @Test
    void isThereForTheMunicipalityOnly() {
        Client partner = Client.of("huisarts");
        String lift = HOLDS + "/" + UUID.randomUUID() + "/lift";

        assertThat(partner.get(HOLDS).send().status()).isEqualTo(404);
        assertThat(partner.post(CALENDAR, Message.of("{\"ground\":\"AUDIT\",\"reference\":\"FG-1\"}"))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(partner.post(HOLDS, hold("X-1").text("/caseReference", "Z1"))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(partner.post(lift, Message.of("{\"reference\":\"X-1\"}"))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(officer.post(lift, Message.of("{\"reference\":\"X-1\"}"))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    private String oldTransfer() {
        String transfer = municipality.transfer(Messages.allocation()).transferId();
        assertThat(municipality
                        .get("/v1/transfers/" + transfer + "/proof")
                        .send()
                        .status())
                .isEqualTo(200);
        Tables.asOwner()
                .sql("delete from payload where transfer_id = :id")
                .param("id", UUID.fromString(transfer))
                .update();
        Tables.asOwner().sql(AGE).param("id", UUID.fromString(transfer)).update();
        return transfer;
    }

    private Reply search(String member, String value) {
        return officer.post(
                        "/v1/log-entries/_zoek",
                        Message.of("{\"ground\":\"AUDIT\",\"reference\":\"FG-1\",\"limit\":100}")
                                .text("/" + member, value))
                .send();
    }

    private String kinds(String kind, String reference) {
        Tables.asOwner();
        for (JsonNode entry : search("kind", kind).json().path("entries")) {
            if (entry.at("/detail/reference").asText().equals(reference)) {
                return entry.at("/detail/action").asText();
            }
        }
        return "";
    }

    private static Message hold(String reference) {
        return Message.of("{\"ground\":\"LEGAL_CLAIM\"}").text("/reference", reference);
    }
}
