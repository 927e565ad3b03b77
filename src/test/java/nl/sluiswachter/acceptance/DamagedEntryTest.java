package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import nl.sluiswachter.kernel.Days;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of an entry that somebody changed in the database nothing is told, and everybody who comes across it is told so. */
class DamagedEntryTest {

    /** Of whom the log has not more than fits into a report. */
    private static final String NEW = "999994001";

    private static final String LIST = "/console/transfers";
    private static final String DAMAGED = "Deze aantekening is beschadigd";

    private final Client municipality = Client.of("gemeente-wmo");
    private final OfficerAtWork officer = OfficerAtWork.on("SUPERVISION");
    private final String reference = Messages.reference("Z");
    private Damage damage;

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
        Registers.commitment(NEW);
    }

    @AfterEach
    void putBack() {
        if (damage != null) {
            damage.repair();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update transfer_log set entry = set_byte(entry, 20, 255 - get_byte(entry, 20)) where #",
                "insert into transfer_log_subject (subject_key, recorded_at, shard, position, person)"
                        + " select gen_random_uuid(), recorded_at, shard, position, 'p999' from transfer_log where #"
            })
    void isListedAsDamagedAndLeadsToTheLog(String change) {
        String id = permitted();
        String other = permitted();
        damaged("transfer_id = '" + id + "' and kind = 'DECISION'", change);

        String list = officer.get(LIST + "?kind=DECISION").body();

        assertThat(list)
                .containsPattern("href=\"/console/log\" aria-label=\"([^\"]+): " + DAMAGED
                        + ": controleer het logboek\">\\1</a>")
                .containsOnlyOnce(">Beschadigd</strong>")
                .contains(LIST + "/" + other)
                .doesNotContain(id, "href=\"" + LIST + "/\"", ", van  aan");
        assertThat(damage.alarms()).isOne();
        assertThat(officer.get(LIST + "/" + other).body())
                .contains("Van dezelfde zaak", DAMAGED)
                .doesNotContain(id, "href=\"" + LIST + "/\"", "<bdi></bdi> →");
    }

    @Test
    void isOnItsOwnPageSaidToBeDamagedWithAnAlarm() {
        String id = permitted();
        damaged("transfer_id = '" + id + "' and kind = 'DECISION'");

        assertIsCalm(officer.get(LIST + "/" + id));
    }

    @Test
    void isOnThePageOfItsReviewSaidToBeDamagedWithAnAlarm() {
        String id = Client.of("wmo-aanbieder").transfer(Messages.alert()).transferId();
        damaged("transfer_id = '" + id + "' and kind = 'DECISION'");

        assertIsCalm(officer.get("/console/review/" + id));
    }

    @Test
    void hidesNoOtherTransferWhereItIsAStepOfOne() {
        String id = permitted();
        Client.of("wmo-aanbieder").get("/v1/inbox/" + id).send();
        Client.of("wmo-aanbieder")
                .post("/v1/inbox/" + id + "/acknowledgement", Message.of("{\"status\":\"ACCEPTED\"}"))
                .send();
        String other = permitted();
        damaged("transfer_id = '" + id + "' and kind = 'ACKNOWLEDGED'");

        String list = officer.get(LIST + "?kind=DECISION").body();

        assertThat(list)
                .contains(LIST + "/" + id, LIST + "/" + other)
                .containsOnlyOnce(">Beschadigd</strong>")
                .contains("Een aantekening van wat ermee gebeurde, is beschadigd");
        assertThat(damage.alarms()).isOne();
    }

    @Test
    void isAStepThatIsDamagedOnThePageOfItsTransfer() {
        String id = permitted();
        officer.get(LIST + "/" + id);
        Tables.asOwner();
        damaged("transfer_id = '" + id + "' and kind = 'LOOKUP'");

        assertThat(officer.get(LIST + "/" + id).body())
                .contains("</span>: <span>" + DAMAGED)
                .doesNotContain("??");
        assertThat(damage.alarms()).isOne();
    }

    @Test
    void keepsAReportOfTheResidentFromBeingGivenAndSaysSo() {
        String id = permitted(NEW);
        damaged("transfer_id = '" + id + "' and kind = 'DECISION'");

        Reply report = municipality.post("/v1/resident-reports", ask()).send();

        assertThat(report.status()).isEqualTo(500);
        assertThat(report.at("/code")).isEqualTo("LOG_DAMAGED");
        assertThat(damage.alarms()).isOne();
    }

    @Test
    void keepsAReportFromBeingShownToAnOfficerAndSaysSo() {
        String id = permitted(NEW);
        damaged("transfer_id = '" + id + "' and kind = 'DECISION'");
        String preview = officer.leads(
                "/console/report",
                "/console/report",
                Map.of("bsn", NEW, "from", today(), "until", today(), "language", "NL", "reference", reference));

        assertIsCalm(officer.get(preview));
    }

    @Test
    void keepsAnExportFromBeingWholeAndSaysSo() {
        String id = permitted();
        damaged("transfer_id = '" + id + "' and kind = 'DECISION'");

        assertThatThrownBy(() -> municipality
                        .post(
                                "/v1/log-entries/_exporteer",
                                Message.of("{\"ground\":\"SUPERVISION\",\"reference\":\"T-1\",\"form\":\"CSV\"}")
                                        .text("/caseReference", reference))
                        .send())
                .isInstanceOf(UncheckedIOException.class);
        assertThat(damage.alarms()).isOne();
    }

    @Test
    void endsWorkOfAnOfficerThatComesAcrossItAndSaysSo() {
        String id = permitted();
        damaged("transfer_id = '" + id + "' and kind = 'DECISION'");

        String work = officer.leads(LIST, LIST + "/export", Map.of("kind", "DECISION", "form", "csv"));
        Awaitility.await().until(() -> !officer.get(work).body().contains("work-RUNNING"));

        assertThat(officer.get(work).body())
                .contains("Er klopt iets niet", "is beschadigd of niet bewezen: controleer het logboek")
                .doesNotContain(work + "/file");
        assertThat(damage.alarms()).isOne();
    }

    private String permitted() {
        return permitted(Messages.ANNA);
    }

    private String permitted(String bsn) {
        String id = municipality
                .transfer(Messages.allocation()
                        .text("/persons/0/data/identity/bsn", bsn)
                        .text("/caseReference", reference))
                .transferId();
        Tables.asOwner();
        return id;
    }

    private void damaged(String entry) {
        damaged(entry, Damage.A_BYTE);
    }

    private void damaged(String entry, String change) {
        damage = Damage.to(entry, change);
    }

    private void assertIsCalm(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body())
                .contains(DAMAGED, "Bel de beheerder", "href=\"/console/log\"")
                .doesNotContain("Er ging iets mis");
        assertThat(damage.alarms()).isOne();
    }

    private static String today() {
        return Days.of(Instant.now()).toString();
    }

    private static Message ask() {
        return Message.of("{\"from\":\"%s\",\"until\":\"%s\",\"ground\":\"ACCESS_REQUEST\",\"reference\":\"INZAGE-1\"}"
                        .formatted(today(), today()))
                .with("/subject", "{\"bsn\":\"" + NEW + "\"}");
    }
}
