package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A party reads back which transactions it took part in, in the shape of FSC Logging. */
class FscLogsTest {

    private final Client municipality = Client.of("gemeente-wmo");
    private final Client provider = Client.of("wmo-aanbieder");

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void holdsExactlyTheMembersOfTheStandard() {
        String transaction = UUID.randomUUID().toString();
        Reply permit = municipality
                .post("/v1/transfers", Messages.allocation())
                .key(UUID.randomUUID().toString())
                .header("Fsc-Transaction-Id", transaction)
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00")
                .send();

        JsonNode record = records("?transaction_ids=" + transaction).get(0);

        assertThat(record.path("transaction_id").asText()).isEqualTo(transaction);
        assertThat(record.path("direction").asText()).isEqualTo("DIRECTION_OUTGOING");
        assertThat(record.path("grant_hash").asText()).matches("\\$1\\$3\\$[A-Za-z0-9_-]{86}");
        assertThat(record.path("source").toString())
                .contains("\"SOURCE_TYPE_SOURCE\"", "\"outway_peer_id\":\"00000099000000001000\"");
        assertThat(record.path("destination").toString())
                .contains("\"DESTINATION_TYPE_DESTINATION\"", "\"service_peer_id\":\"00000099000000002000\"");
        assertThat(record.path("service_name").asText()).isEqualTo("WMO_ALLOCATION");
        assertThat(record.path("created_at").asLong()).isBetween(1_700_000_000L, 9_999_999_999L);
        assertThat(record.path("trace_id").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(record.path("span_id").asText()).matches("[0-9a-f]{16}");
        assertThat(record.path("additional_data").path("transfer_id").asText()).isEqualTo(permit.transferId());
    }

    @Test
    void isTheSameForBothPartiesAndNothingForOthers() {
        String transfer = municipality.transfer(Messages.allocation()).transferId();
        String query = "/v1/logs?transaction_ids=" + transfer;

        assertThat(provider.get(query).send().json())
                .isEqualTo(municipality.get(query).send().json());
        assertThat(provider.get(query).send().json().path("records")).hasSize(1);
        assertThat(Client.of("huisarts").get(query).send().json().path("records"))
                .isEmpty();
        assertThat(Client.of("gemeente-jeugd").get(query).send().json().path("records"))
                .isEmpty();
    }

    @Test
    void aRefusalAndADryRunAreNoTransactions() {
        String refused = municipality.transfer(Messages.referral()).transferId();
        String asked = municipality.dryRun(Messages.allocation()).transferId();

        assertThat(records("?transaction_ids=" + refused + "," + asked)).isEmpty();
    }

    @Test
    void pagesThroughEverythingOnceInEitherOrder() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(municipality.transfer(Messages.allocation()).transferId());
        }

        List<String> forth = walk("SORT_ORDER_ASCENDING");
        List<String> back = walk("SORT_ORDER_DESCENDING");

        assertThat(forth).doesNotHaveDuplicates().containsSubsequence(sent);
        java.util.Collections.reverse(back);
        assertThat(back).isEqualTo(forth);
    }

    @Test
    void filtersByTimeServiceAndAgreement() {
        municipality.transfer(Messages.allocation());
        JsonNode newest = records("?limit=1").get(0);
        long at = newest.path("created_at").asLong();
        String grant = newest.path("grant_hash").asText();

        assertThat(records("?after=" + at)).isNotEmpty();
        assertThat(records("?after=" + (at + 3600))).isEmpty();
        assertThat(records("?before=" + (at + 3600))).isNotEmpty();
        assertThat(records("?before=1000000000")).isEmpty();
        assertThat(records("?service_name=WMO_ALLOCATION")).isNotEmpty();
        assertThat(records("?service_name=VT_REPORT")).isEmpty();
        assertThat(records("?grant_hash=" + grant)).isNotEmpty().allSatisfy(record -> assertThat(
                        record.path("grant_hash").asText())
                .isEqualTo(grant));
        assertThat(records("?grant_hash=$1$3$" + "A".repeat(86))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, INVALID_INPUT",
        "limit=1001, INVALID_INPUT",
        "limit=ten, INVALID_INPUT",
        "sort_order=UP, INVALID_INPUT",
        "cursor=nonsense, INVALID_INPUT",
        "after=yesterday, INVALID_INPUT",
        "grant_hash=abc, INVALID_INPUT",
        "service_name=%27, INVALID_INPUT",
        "transaction_ids=999993653, INVALID_LOG_RECORD_ID",
        "transaction_ids=, MISSING_LOG_RECORD_ID"
    })
    void refusesWhatTheStandardDoesNotAllowWithoutRepeatingIt(String query, String code) {
        Reply reply = municipality.get("/v1/logs?" + query).bad().send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.text()).doesNotContain(Messages.ANNA).doesNotContain("nonsense");
    }

    private List<String> walk(String order) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = municipality
                    .get("/v1/logs?limit=2&sort_order=" + order + "&cursor=" + cursor)
                    .send();
            page.json()
                    .path("records")
                    .forEach(record -> ids.add(
                            record.path("additional_data").path("transfer_id").asText()));
            cursor = page.at("/pagination/next_cursor");
        } while (!cursor.isEmpty());
        return ids;
    }

    private JsonNode records(String query) {
        Reply reply = municipality.get("/v1/logs" + query).send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("records");
    }
}
