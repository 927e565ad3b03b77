package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.sluiswachter.kernel.Days;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry that says what no gateway writes, with a hash that fits, is damaged to everybody, and keeps nobody from the others. */
class NonsenseEntryTest {

    /** Of whom the log has not more than fits into a report. */
    private static final String NEW = "999994001";

    private static final String LIST = "/console/transfers";

    private final Client municipality = Client.of("gemeente-wmo");
    private final OfficerAtWork officer = OfficerAtWork.on("SUPERVISION");
    private final String reference = Messages.reference("Z");
    private final String start = Instant.now().toString();
    private String other;
    private String id;
    private Damage damage;

    @BeforeEach
    void sendTwo() {
        Tables.forgetRegisters();
        Registers.commitment(NEW);
        other = permitted();
        id = permitted();
        Tables.asOwner();
    }

    @AfterEach
    void putBack() {
        if (damage != null) {
            damage.repair();
        }
    }

    static Stream<Named<Consumer<ObjectNode>>> nonsense() {
        return Stream.of(
                Named.of("no sender", entry -> entry.remove("sender")),
                Named.of("a relation that is none", entry -> ((ObjectNode) entry.at("/persons/0"))
                        .put("relation", "NO_SUCH")),
                Named.of("an id that is none", entry -> entry.put("transactionId", "x")),
                Named.of("a capacity that is none", entry -> entry.put("receiverCapacity", "wrong")),
                Named.of("half a letter", entry -> entry.put("purpose", "\ud800")));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void keepsNobodyFromTheOthers(Consumer<ObjectNode> change) {
        damage = Damage.toSay(decision(id), change);

        Reply transactions = Client.of("wmo-aanbieder")
                .get("/v1/logs?transaction_ids=" + id + "," + other)
                .send();
        assertThat(transactions.status()).isEqualTo(200);
        assertThat(transactions.json().path("records")).hasSize(1);
        assertThat(transactions.headers()).containsEntry("Damaged-Entries", "1");
        Reply lines = municipality
                .post(
                        "/v1/processing-activities",
                        Message.of("{\"dpl.core.data_subject_id_type\":\"BSN\"}")
                                .text("/dpl.core.data_subject_id", NEW)
                                .text("/startTime", start))
                .send();
        assertThat(lines.status()).isEqualTo(200);
        assertThat(lines.text()).contains(other).doesNotContain(id);
        assertThat(lines.headers()).containsEntry("Damaged-Entries", "1");
        Reply entries = municipality
                .post("/v1/log-entries/_zoek", ask().text("/kind", "DECISION"))
                .send();
        assertThat(entries.status()).isEqualTo(200);
        assertThat(entries.json().path("entries").findValuesAsText("damaged")).containsExactly("true");
        assertThat(officer.get(LIST + "?kind=DECISION").body())
                .containsOnlyOnce(">Beschadigd</strong>")
                .contains(LIST + "/" + other)
                .doesNotContain(id);
        assertThat(officer.get(LIST + "/" + id).body())
                .contains("Deze aantekening is beschadigd")
                .doesNotContain("Er ging iets mis");
        assertThat(damage.alarms()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "7", "null", "\"x\"", "{\"kind\":{}}", "{", ""})
    void alsoWhereItIsNoEntryAtAll(String nonsense) {
        damage = Damage.toBe(decision(id), nonsense);

        assertThat(officer.get(LIST + "?kind=DECISION").body())
                .containsOnlyOnce(">Beschadigd</strong>")
                .contains(LIST + "/" + other);
        assertThat(damage.alarms()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSV", "ENTRIES", "LDV", "ADL", "VERWERKINGENLOGGING"})
    void keepsAnExportFromBeingWhole(String form) {
        assertThat(exported(form)).containsAnyOf("exportedEntries", id);
        damage = Damage.toSay(decision(id), entry -> entry.put("receivedAt", "then"));

        assertThat(exported(form)).doesNotContain("exportedEntries", "\"outcome\"", id);
        assertThat(damage.alarms()).isOne();
    }

    enum Part {
        DECISION("receiver"),
        DELIVERED("transferId"),
        FACT("detail"),
        LOOKUP("detail");

        private final String member;

        Part(String member) {
            this.member = member;
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingOutOfAReportOfTheResident(Part part) {
        Client.of("wmo-aanbieder").get("/v1/inbox/" + id).send();
        assertThat(report().status()).isEqualTo(200);
        Tables.asOwner();
        String about = part == Part.DECISION || part == Part.DELIVERED
                ? "transfer_id = '" + id + "' and"
                : "recorded_at >= '" + start + "' and";
        damage = Damage.toSay(
                about + " (kind, shard, position) = (select kind, shard, position from transfer_log where " + about
                        + " kind = '" + part + "' order by recorded_at limit 1)",
                entry -> entry.put(part.member, 7));

        Reply report = report();

        assertThat(report.status()).isEqualTo(500);
        assertThat(report.at("/code")).isEqualTo("LOG_DAMAGED");
        assertThat(damage.alarms()).isOne();
    }

    @Test
    void isToldToItsOwnPartiesAsDamagedWhereTheyAskForIt() {
        damage = Damage.toSay(decision(id), entry -> entry.put("findings", "none"));

        Reply explained =
                municipality.get("/v1/transfers/" + id + "/explanation").send();

        assertThat(explained.status()).isEqualTo(500);
        assertThat(explained.at("/code")).isEqualTo("LOG_DAMAGED");
        assertThat(damage.alarms()).isOne();
    }

    /** It names no confidential transfer to them, and they would learn that something is there. */
    @Test
    void tellsAThirdPartyNothing() {
        damage = Damage.toSay(decision(id), entry -> entry.remove("sender"));

        Reply transactions = Client.of("huisarts")
                .get("/v1/logs?transaction_ids=" + id + "," + other)
                .send();

        assertThat(transactions.status()).isEqualTo(200);
        assertThat(transactions.json().path("records")).isEmpty();
        assertThat(transactions.headers()).doesNotContainKey("Damaged-Entries");
        assertThat(damage.alarms()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entry_id = gen_random_uuid()",
                "entry_id = null",
                "entry_hash = null",
                "entry = null",
            })
    void alsoWhereWhatStandsBesideItIsGone(String change) {
        damage = Damage.without(decision(id), change);

        Reply entries = municipality
                .post("/v1/log-entries/_zoek", ask().text("/kind", "DECISION"))
                .send();
        assertThat(entries.status()).as(entries.text()).isEqualTo(200);
        assertThat(entries.json().path("entries").findValuesAsText("damaged")).containsExactly("true");
        assertThat(officer.get(LIST + "?kind=DECISION").body())
                .containsOnlyOnce(">Beschadigd</strong>")
                .contains(LIST + "/" + other);
        assertThat(damage.alarms()).isOne();
    }

    @Test
    void isToldAsDamagedWhereItAloneIsAskedForAndNothingOfItIsLeft() {
        damage = Damage.without(decision(id), "entry = null");

        Reply explanation = municipality
                .get("/v1/transfers/" + id + "/explanation?audience=professional")
                .send();

        assertThat(explanation.status()).isEqualTo(500);
        assertThat(explanation.at("/code")).isEqualTo("LOG_DAMAGED");
        assertThat(damage.alarms()).isOne();
    }

    /** With the hash beside it: by what it says the report may leave something out, or tell too much. */
    @Test
    void isNotBelievedInAReportOfTheResidentWhenNoGatewayWroteIt() {
        assertThat(report().status()).isEqualTo(200);
        Tables.asOwner();
        damage = Damage.toSay(
                "(kind, shard, position) = (select kind, shard, position from transfer_log where recorded_at >= '"
                        + start + "' and kind = 'LOOKUP' order by recorded_at limit 1)",
                entry -> ((ObjectNode) entry.get("detail")).put("ground", "AUDIT"));

        assertThat(report().at("/code")).isEqualTo("LOG_DAMAGED");
        assertThat(damage.alarms()).isOne();
    }

    private static String decision(String transfer) {
        return "transfer_id = '" + transfer + "' and kind = 'DECISION'";
    }

    /** As far as it comes; the connection may be broken off before anything does. */
    private String exported(String form) {
        try {
            return municipality
                    .post(
                            "/v1/log-entries/_exporteer",
                            ask().text("/form", form).text("/kind", "DECISION"))
                    .send()
                    .text();
        } catch (UncheckedIOException e) {
            return "";
        }
    }

    private Message ask() {
        return Message.of("{\"ground\":\"SUPERVISION\",\"reference\":\"T-1\"}").text("/caseReference", reference);
    }

    private Reply report() {
        String today = Days.of(Instant.now()).toString();
        return municipality
                .post(
                        "/v1/resident-reports",
                        Message.of(
                                        "{\"from\":\"%s\",\"until\":\"%s\",\"ground\":\"ACCESS_REQUEST\",\"reference\":\"INZAGE-1\"}"
                                                .formatted(today, today))
                                .with("/subject", "{\"bsn\":\"" + NEW + "\"}"))
                .send();
    }

    private String permitted() {
        return municipality
                .transfer(Messages.allocation()
                        .text("/persons/0/data/identity/bsn", NEW)
                        .text("/caseReference", reference))
                .transferId();
    }
}
