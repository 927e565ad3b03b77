package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.kernel.crypto.Sha256;
import nl.sluiswachter.transferlog.StoredEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is decided stands in the log before it is answered, and stays there. */
class TransferLogTest {

    private final Client municipality = Client.of("gemeente-wmo");

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update transfer_log set outcome = 'PERMIT'",
                "delete from transfer_log",
                "truncate transfer_log cascade",
                "update transfer_log_subject set person = ''",
                "delete from transfer_log_subject",
                "delete from log_batch",
                "update log_shard set started_at = now()",
                "delete from transfer_log_other",
                "alter table transfer_log disable trigger all",
                "drop table transfer_log",
                "update consent set registered_by = ''",
                "delete from consent_event",
                "delete from fact_event"
            })
    void theRunningGatewayCannotChangeIt(String sql) {
        int before = Tables.entries();

        assertThatThrownBy(() -> Tables.asApplication().sql(sql).update())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");

        assertThat(Tables.entries()).isEqualTo(before);
    }

    @Test
    void holdsOneEntryForEveryDecision() {
        List<Reply> decided = List.of(
                municipality.transfer(Messages.allocation()),
                municipality.transfer(Messages.referral()),
                municipality.dryRun(Messages.allocation()),
                municipality.dryRun(Messages.referral()));

        assertThat(decided).allSatisfy(reply -> assertThat(Tables.countOf("transfer_log", reply.transferId()))
                .isOne());
    }

    @Test
    void tellsTheSameStoryAsTheAnswer() {
        Reply permit = municipality.transfer(Messages.allocation().text("/persons/0/data/health/diagnosis", "x"));

        JsonNode entry = StoredEntry.read((byte[]) row(permit).get("entry"));

        assertThat(entry.path("removed").findValuesAsText("field"))
                .isEqualTo(permit.json().path("removed").findValuesAsText("field"));
        assertThat(entry.path("removed").findValuesAsText("code"))
                .isEqualTo(permit.json().path("removed").findValuesAsText("code"));
        assertThat(entry.path("findings").findValuesAsText("code")).isEqualTo(permit.codes("findings"));
        assertThat(entry.path("findings").findValuesAsText("article")).doesNotContain("");
        assertThat(entry.at("/persons/0/delivered").toString())
                .contains("care.indication")
                .doesNotContain("diagnosis");
    }

    @Test
    void everyEntryHasTheHashOfItsContent() {
        municipality.transfer(Messages.allocation());

        List<Map<String, Object>> rows = Tables.asOwner()
                .sql("select entry, entry_hash from transfer_log where entry is not null")
                .query()
                .listOfRows();

        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(
                        Sha256.of(StoredEntry.bytes((byte[]) row.get("entry"))))
                .isEqualTo(row.get("entry_hash")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivery", "payload", "transfer_log", "transfer_log_subject", "receipt", "idempotency"})
    void permitMessageAndKeyAppearTogetherOrNotAtAll(String table) {
        Map<String, Integer> before = Tables.counts();
        Reply failure = Fault.raising("check_violation", "before insert on " + table + " for each row")
                .during(() -> send("together-" + table));

        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(failure.text()).doesNotContain("PERMIT");
        assertThat(Tables.counts()).isEqualTo(before);
        assertThat(send("together-" + table).status()).isEqualTo(202);
    }

    private Reply send(String key) {
        return municipality
                .post("/v1/transfers", Messages.allocation())
                .key(key)
                .send();
    }

    private static Map<String, Object> row(Reply reply) {
        return Tables.asOwner()
                .sql("select * from transfer_log where transfer_id = ?::uuid and kind = 'DECISION'")
                .param(reply.transferId())
                .query()
                .singleRow();
    }
}
