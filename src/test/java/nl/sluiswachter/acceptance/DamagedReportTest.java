package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report, or a verdict on one, that somebody changed in the database keeps nobody from all the others. */
class DamagedReportTest {

    private static final String LIST = "/console/review/reports";
    private static final String GIVEN = "/console/report/given";
    private static final String LAST =
            "kind = '%1$s' and (shard, position) = (select shard, position from transfer_log where kind = '%1$s'"
                    + " order by recorded_at desc, shard, position desc limit 1)";
    private static final String TO_THE_LOG = "href=\"/console/log\" aria-label=\"([^\"]+): %s\">\\1</a>";
    private static final AtomicInteger HOUSES = new AtomicInteger(7700);

    private final OfficerAtWork officer = OfficerAtWork.on("SUPERVISION");
    private final OfficerAtWork reader = OfficerAtWork.on("SUPERVISION", Browser.inEnglish());
    private final String before = "OVERZICHT-" + HOUSES.incrementAndGet();
    private final String last = "OVERZICHT-" + HOUSES.incrementAndGet();
    private HiddenResident resident;
    private Damage damage;

    @BeforeEach
    void giveTwoReportsThatHoldSomethingBack() {
        Tables.forgetRegisters();
        for (String reference : List.of(before, last)) {
            resident = new HiddenResident(reference.replaceAll("[^0-9]", ""));
            resident.isReported();
            resident.isGivenAReport(reference);
        }
        Tables.asOwner();
    }

    @AfterEach
    void putBack() {
        if (damage != null) {
            damage.repair();
        }
    }

    @Test
    void isListedAsDamagedWhereItIsReviewedAndLeadsToTheLog() {
        damage = Damage.to(LAST.formatted("REPORT"));

        assertThat(officer.get(LIST).body())
                .containsPattern(TO_THE_LOG.formatted("Deze aantekening is beschadigd: controleer het logboek"))
                .containsOnlyOnce(">Beschadigd</strong>")
                .contains(before)
                .doesNotContain(last, "??");
        assertThat(reader.get(LIST).body())
                .containsPattern(TO_THE_LOG.formatted("This entry is damaged: verify the log"))
                .contains(before);
        assertThat(damage.alarms()).isOne();
    }

    @Test
    void isListedAsDamagedAmongThoseThatWereGiven() {
        damage = Damage.to(LAST.formatted("REPORT"));

        assertThat(officer.get(GIVEN).body())
                .containsPattern(TO_THE_LOG.formatted("Deze aantekening is beschadigd: controleer het logboek"))
                .contains(before, "Gemeente Voorbeeld, Wmo")
                .doesNotContain(last, "??");
        assertThat(reader.get(GIVEN).body())
                .containsPattern(TO_THE_LOG.formatted("This entry is damaged: verify the log"));
        assertThat(damage.alarms()).isOne();
    }

    static Stream<Named<Consumer<ObjectNode>>> nonsense() {
        return Stream.of(
                Named.of("by nobody", entry -> entry.remove("party")),
                Named.of("no ground", entry -> detail(entry).put("ground", "NO_SUCH")),
                Named.of("no day", entry -> detail(entry).put("from", "then")),
                Named.of("too many", entry -> detail(entry).put("heldBack.CONFIDENTIAL_TYPE", "9".repeat(30))),
                Named.of("no transfers", entry -> detail(entry).put("transfers", "some")),
                Named.of("no detail", entry -> entry.remove("detail")));
    }

    /** With a hash that fits. */
    @ParameterizedTest
    @MethodSource("nonsense")
    void isDamagedAlsoWhereItSaysWhatNoReportSays(Consumer<ObjectNode> change) {
        damage = Damage.toSay(LAST.formatted("REPORT"), change);

        assertThat(officer.get(LIST).body())
                .containsOnlyOnce(">Beschadigd</strong>")
                .contains(before)
                .doesNotContain(last, "??");
        assertThat(officer.get(GIVEN).body())
                .contains("Deze aantekening is beschadigd", before)
                .doesNotContain(last, "??");
        assertThat(reviews().get(0).path("damaged").asBoolean()).isTrue();
        assertThat(reviews().get(1).path("reference").asText()).isEqualTo(before);
        assertThat(officer.get("/console/today").body()).contains("die nog niemand nakeek");
        assertThat(damage.alarms()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verdict", "transfers", "report"})
    void isNotJudgedYetWhereItsVerdictSaysWhatNoneSays(String member) {
        String item = item(before);
        officer.leads(item, item, Map.of("reason", "PROTECTS_SOMEBODY", "reference", "FG-9", "seen", "0"));
        Tables.asOwner();

        damage = Damage.toSay(
                LAST.formatted("REPORT_VERDICT"), entry -> detail(entry).put(member, "x"));

        assertThat(officer.get(LIST).body())
                .containsOnlyOnce(">Beschadigd</strong>")
                .contains(item, before, last);
        assertThat(reviews().get(1).at("/verdicts/0/damaged").asBoolean()).isTrue();
        assertThat(reviews().get(0).path("verdicts")).isEmpty();
        assertThat(officer.get("/console/today").statusCode()).isEqualTo(200);
        assertThat(damage.alarms()).isOne();
    }

    private static ObjectNode detail(ObjectNode entry) {
        return (ObjectNode) entry.path("detail");
    }

    @Test
    void isCountedTodayAsOneThatNobodyJudged() {
        long number = number();
        damage = Damage.to(LAST.formatted("REPORT"));

        assertThat(number()).isEqualTo(number);
    }

    @Test
    void isToldToASystemAsDamaged() {
        damage = Damage.to(LAST.formatted("REPORT"));

        List<JsonNode> reviews = reviews();

        assertThat(reviews.get(0).properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("reviewId", "givenAt", "damaged");
        assertThat(reviews.get(1).path("reference").asText()).isEqualTo(before);
        assertThat(damage.alarms()).isOne();
        Reply verdict = Client.of("gemeente-jeugd")
                .post(
                        "/v1/report-reviews/" + reviews.get(0).path("reviewId").asText() + "/verdict",
                        Message.of("{\"verdict\":\"UPHOLD\",\"reason\":\"PROTECTS_SOMEBODY\",\"reference\":\"FG-9\","
                                + "\"transfers\":[\"0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f70\"]}"))
                .send();
        assertThat(verdict.at("/code")).isEqualTo("LOG_DAMAGED");
    }

    @Test
    void isNotJudgedYetWhereItsVerdictIsDamaged() {
        long unjudged = number();
        String item = item(before);
        officer.leads(item, item, Map.of("reason", "PROTECTS_SOMEBODY", "reference", "FG-9", "seen", "0"));
        Tables.asOwner();
        assertThat(number()).isEqualTo(unjudged - 1);

        damage = Damage.to(LAST.formatted("REPORT_VERDICT"));

        assertThat(number()).isEqualTo(unjudged);
        assertThat(damage.alarms()).isOne();
        assertThat(officer.get(LIST).body())
                .containsOnlyOnce(">Beschadigd</strong>")
                .contains(item, before, last);
        assertThat(reviews().get(1).at("/verdicts/0").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("damaged");
        assertThat(reviews().get(0).path("verdicts")).isEmpty();
        assertThat(officer.get(item).statusCode()).isEqualTo(500);
        assertThat(officer.get(item).body()).contains("Deze aantekening is beschadigd");
    }

    /** With the hash beside it: by the last verdict it is decided what a resident is told. */
    @Test
    void isNotJudgedByAVerdictThatNoGatewayWrote() {
        String item = item(last);
        officer.leads(item, item, Map.of("reason", "PROTECTS_SOMEBODY", "reference", "FG-9", "seen", "0"));
        Tables.asOwner();

        damage = Damage.saying(LAST.formatted("REPORT_VERDICT"), "\"UPHOLD\"", "\"DISCLOSE\"");

        assertThat(officer.get(LIST).body()).containsOnlyOnce(">Beschadigd</strong>");
        assertThat(damage.alarms()).isOne();
        assertThat(officer.get(item).statusCode()).isEqualTo(500);
        assertThat(resident.asksForAReport(last).at("/code")).isEqualTo("LOG_DAMAGED");
    }

    /** Else who gave it could judge it: the entry says who that was. */
    @Test
    void isNotReviewedAsAReportThatNoGatewayWrote() {
        String item = item(last);

        damage = Damage.saying(LAST.formatted("REPORT"), "\"reference\":\"" + last, "\"reference\":\"SOMETHING");

        assertThat(officer.get(LIST).body())
                .containsOnlyOnce(">Beschadigd</strong>")
                .contains(before)
                .doesNotContain("SOMETHING");
        assertThat(officer.get(item).statusCode()).isEqualTo(500);
        assertThat(damage.alarms()).isOne();
    }

    @Test
    void isListedAsDamagedThatHappenedAtNoTime() {
        damage = Damage.to(LAST.formatted("REPORT"), "update transfer_log set recorded_at = 'infinity' where #");

        for (String list : List.of(LIST, GIVEN)) {
            assertThat(officer.get(list).body())
                    .containsPattern(TO_THE_LOG.formatted("Deze aantekening is beschadigd: controleer het logboek"))
                    .contains(before);
        }
        assertThat(Client.of("gemeente-jeugd")
                        .get("/v1/report-reviews?limit=1")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void isJudgedWhateverWaitsForAPlaceThatNoGatewayWrote() {
        String item = item(before);
        Tables.asSuperuser()
                .sql("insert into log_pending (entry_id, recorded_at, kind, entry, entry_hash, subjects)"
                        + " values (gen_random_uuid(), now(), 'REPORT_VERDICT', '\\xff', sha256('\\xff'), '{}')")
                .update();
        try {
            officer.leads(item, item, Map.of("reason", "PROTECTS_SOMEBODY", "reference", "FG-9", "seen", "0"));
        } finally {
            Tables.asSuperuser()
                    .sql("delete from log_pending where entry = '\\xff'")
                    .update();
            Tables.asSuperuser()
                    .sql("delete from log_alarm where finding = 'EVENT_FORGED'")
                    .update();
        }
    }

    private long number() {
        Matcher line = Pattern.compile("die nog niemand nakeek: ([0-9]+)")
                .matcher(officer.get("/console/today").body());
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }

    private String item(String reference) {
        Matcher row = Pattern.compile("href=\"(" + LIST + "/[^\"]+)\"(?:(?!</tr>).)*" + reference, Pattern.DOTALL)
                .matcher(officer.get(LIST).body());
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    private static List<JsonNode> reviews() {
        Reply page = Client.of("gemeente-jeugd").get("/v1/report-reviews").send();
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return StreamSupport.stream(page.json().path("reviews").spliterator(), false)
                .toList();
    }
}
