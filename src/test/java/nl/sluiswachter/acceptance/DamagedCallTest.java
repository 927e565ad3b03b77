package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import nl.sluiswachter.transferlog.StoredEntry;
import nl.sluiswachter.transferlog.entry.PackedEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By whatever call somebody comes across a damaged entry, it is not taken for what it was, and the operator is told. */
class DamagedCallTest {

    private static final String ARTICLE = "Wmo 2015 art. 5.2.1 lid 2 onder a";

    private final Client municipality = Client.of("gemeente-wmo");
    private final String reference = Messages.reference("Z");
    private final String start = Instant.now().toString();
    private Damage damage;

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @AfterEach
    void putBack() {
        if (damage != null) {
            damage.repair();
        }
    }

    /** What it cited cannot be known any more. */
    @Test
    void isListedAlsoWhereAnArticleIsAskedFor() {
        String other = permitted();
        String id = damaged();

        String list = OfficerAtWork.on("SUPERVISION")
                .get("/console/transfers?kind=DECISION&article=" + URLEncoder.encode(ARTICLE, StandardCharsets.UTF_8))
                .body();

        assertThat(list)
                .containsOnlyOnce(">Beschadigd</strong>")
                .contains("/console/transfers/" + other)
                .doesNotContain(id);
        assertThat(damage.alarms()).isOne();
    }

    @Test
    void keepsAnExportFromBeingWholeAlsoWhereAnArticleIsAskedFor() {
        damaged();

        assertThatThrownBy(() -> municipality
                        .post(
                                "/v1/log-entries/_exporteer",
                                ask().text("/form", "CSV").text("/article", ARTICLE))
                        .send())
                .isInstanceOf(UncheckedIOException.class);
        assertThat(damage.alarms()).isOne();
    }

    @Test
    void isListedAsDamagedForAnotherProgram() {
        String other = permitted();
        String id = damaged();

        Reply found = municipality
                .post("/v1/log-entries/_zoek", ask().text("/kind", "DECISION"))
                .send();

        assertThat(found.text()).contains(other).doesNotContain(id);
        assertThat(found.json().path("entries").findValuesAsText("damaged")).containsExactly("true");
        assertThat(found.json().at("/entries/0/damaged").asBoolean()).isTrue();
        assertThat(damage.alarms()).isOne();
    }

    @Test
    void keepsNoPartyFromItsOtherTransactions() {
        String other = permitted();
        String id = damaged();
        Client provider = Client.of("wmo-aanbieder");
        String both = "/v1/logs?transaction_ids=" + id + "," + other;

        Reply page =
                provider.get(both + "&limit=1&sort_order=SORT_ORDER_DESCENDING").send();
        Reply next = provider.get(
                        both + "&limit=1&sort_order=SORT_ORDER_DESCENDING&cursor=" + page.at("/pagination/next_cursor"))
                .send();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().path("records")).isEmpty();
        assertThat(page.headers()).containsEntry("Damaged-Entries", "1");
        assertThat(next.json().path("records")).hasSize(1);
        assertThat(next.headers()).doesNotContainKey("Damaged-Entries");
        String agreement = next.at("/records/0/grant_hash");
        assertThat(provider.get(both + "&grant_hash=" + agreement).send().headers())
                .containsEntry("Damaged-Entries", "1");
        assertThat(damage.alarms()).isOne();
    }

    @Test
    void hidesNoOtherLineOfTheLogbook() {
        String other = permitted();
        damaged();

        Reply lines = municipality
                .post(
                        "/v1/processing-activities",
                        Message.of("{\"dpl.core.data_subject_id_type\":\"BSN\"}")
                                .text("/dpl.core.data_subject_id", Messages.ANNA)
                                .text("/startTime", start))
                .send();

        assertThat(lines.status()).isEqualTo(200);
        assertThat(lines.text()).contains(other);
        assertThat(lines.headers()).containsEntry("Damaged-Entries", "1");
        assertThat(damage.alarms()).isOne();
    }

    /** An answer is judged by what was asked, and what was asked is not taken from somebody who owns the database. */
    @Test
    void letsNoAnswerThroughToWhatWasNotAsked() {
        Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WMO_HEALTH_INFO_REQUEST", "HUISARTS", "identity", "request"));
        String asked = municipality.transfer(Messages.question()).transferId();
        byte[] more = PackedEntry.pack(new String(content(asked), StandardCharsets.UTF_8)
                .replace("health.functional", "health.diagnosis")
                .getBytes(StandardCharsets.UTF_8));

        noAnswerTo(
                asked,
                "update transfer_log set entry = '\\x%s' where #"
                        .formatted(HexFormat.of().formatHex(more)));
    }

    /** With the hash beside it made of that as well: only what a gateway marked tells that it was not written. */
    @Test
    void letsNoAnswerThroughToWhatWasNotAskedWhateverHashStandsBesideIt() {
        Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WMO_HEALTH_INFO_REQUEST", "HUISARTS", "identity", "request"));
        String asked = municipality.transfer(Messages.question()).transferId();

        damage = Damage.saying(decisionOf(asked), "health.functional", "health.diagnosis");

        answersDamaged(asked);
    }

    /** Its proof for a receiver is a statement that the gateway signs. */
    @Test
    void tellsNoPartyOfADecisionThatNoGatewayWrote() {
        String id = permitted();

        damage = Damage.saying(decisionOf(id), "WMO_ALLOCATION", "WELFARE_REFERRAL");

        assertThat(municipality.get("/v1/transfers/" + id).send().at("/code")).isEqualTo("LOG_DAMAGED");
        assertThat(damage.alarms()).isOne();
    }

    @Test
    void letsNoAnswerThroughAboutSomebodyWhomTheQuestionWasNotAbout() {
        Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WMO_HEALTH_INFO_REQUEST", "HUISARTS", "identity", "request"));

        noAnswerTo(
                municipality.transfer(Messages.question()).transferId(),
                "insert into transfer_log_subject"
                        + " select gen_random_uuid(), recorded_at, shard, position, 'p1' from transfer_log where #");
    }

    @Test
    void letsNoAnswerThroughToARefusedQuestionThatIsCalledPermitted() {
        Reply refused = municipality.transfer(Messages.question());

        assertThat(refused.status()).isEqualTo(403);
        noAnswerTo(refused.transferId(), "update transfer_log set outcome = 'PERMIT' where #");
    }

    /** Not a word of what is not theirs, damaged or not: neither that it exists, nor an alarm. */
    @Test
    void tellsNobodyOfADamagedTransferOfOthersWhoNamesItAsTheirRequest() {
        String others = damaged();

        Reply refusal = Client.of("huisarts").transfer(Messages.answer(others));

        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal.codes("reasons")).contains("REQUEST_UNKNOWN");
        assertThat(damage.alarms()).isZero();
    }

    @Test
    void letsNoAnswerThroughToAnotherQuestionUnderTheNumberOfARefusedOne() {
        String refused = municipality.transfer(Messages.question()).transferId();
        Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WMO_HEALTH_INFO_REQUEST", "HUISARTS", "identity", "request"));
        String asked = municipality.transfer(Messages.question()).transferId();

        damage = Damage.to(
                "transfer_id in ('" + asked + "', '" + refused + "') and kind = 'DECISION'",
                "update transfer_log set transfer_id = gen_random_uuid() where " + decisionOf(refused)
                        + "; update transfer_log set transfer_id = '" + refused + "' where " + decisionOf(asked));
        Reply refusal = Client.of("huisarts").transfer(Messages.answer(refused));

        assertThat(refusal.status()).isEqualTo(500);
        assertThat(damage.alarms()).isOne();
    }

    private void noAnswerTo(String asked, String change) {
        damage = Damage.to(decisionOf(asked), change);

        answersDamaged(asked);
    }

    private void answersDamaged(String asked) {
        Reply refusal = Client.of("huisarts").transfer(Messages.answer(asked));

        assertThat(refusal.status()).isEqualTo(500);
        assertThat(refusal.code()).isEqualTo("LOG_DAMAGED");
        assertThat(damage.alarms()).isOne();
    }

    private static byte[] content(String transferId) {
        return StoredEntry.bytes(Tables.asOwner()
                .sql("select entry from transfer_log where " + decisionOf(transferId))
                .query(byte[].class)
                .single());
    }

    private static String decisionOf(String transferId) {
        return "transfer_id = '" + transferId + "' and kind = 'DECISION'";
    }

    private Message ask() {
        return Message.of("{\"ground\":\"SUPERVISION\",\"reference\":\"T-1\"}").text("/caseReference", reference);
    }

    private String permitted() {
        String id = municipality
                .transfer(Messages.allocation().text("/caseReference", reference))
                .transferId();
        Tables.asOwner();
        return id;
    }

    /** A permitted transfer of which the decision was changed beside the log. */
    private String damaged() {
        String id = permitted();
        damage = Damage.to(decisionOf(id));
        return id;
    }
}
