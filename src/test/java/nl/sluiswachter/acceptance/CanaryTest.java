package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.transferlog.StoredEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Since it started the gateway has shown for every exchange type that it refuses. */
class CanaryTest {

    private static final JsonMapper JSON = new JsonMapper();

    @BeforeAll
    static void start() {
        RunningGateway.shared();
    }

    @Test
    void everyExchangeTypeHasACanaryInTheLogThatWasRefused() {
        List<String> types = Tables.asOwner()
                .sql("select distinct exchange_type from transfer_log where kind = 'CANARY' and outcome = 'DENY'")
                .query(String.class)
                .list();

        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(RunningGateway.shared()
                        .bean(ActiveCatalogue.class)
                        .current()
                        .types()
                        .keySet());
    }

    @Test
    void noCanaryIsPermittedDeliveredAboutAPersonOrFetchable() {
        assertThat(count("kind = 'CANARY' and outcome <> 'DENY'")).isZero();
        for (String table : List.of("delivery", "payload", "receipt", "idempotency")) {
            assertThat(count("kind = 'CANARY' and transfer_id in (select transfer_id from " + table + ")"))
                    .as(table)
                    .isZero();
        }
        assertThat(count("kind = 'CANARY' and (shard, position) in (select shard, position from transfer_log_subject)"))
                .isZero();
    }

    @Test
    void noPartyCanSeeACanary() {
        String canary = Tables.asOwner()
                .sql("select transfer_id from transfer_log where kind = 'CANARY' limit 1")
                .query(String.class)
                .single();

        for (String call : List.of("", "/receipt")) {
            assertThat(Client.of("gemeente-wmo")
                            .get("/v1/transfers/" + canary + call)
                            .send()
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void anEntryOfACanaryNamesNobody() throws Exception {
        JsonNode entry = StoredEntry.read(Tables.asOwner()
                .sql("select entry from transfer_log where kind = 'CANARY' limit 1")
                .query(byte[].class)
                .single());

        assertThat(entry.at("/sender").asText()).isEqualTo("CANARY00000000000000");
        assertThat(entry.at("/receiver").asText()).isEqualTo("(unknown)");
        assertThat(entry.at("/receiverCapacity").asText()).isEqualTo("(unknown)");
        assertThat(entry.has("persons")).isFalse();
        assertThat(entry.at("/objections"))
                .extracting(JsonNode::asText)
                .contains("PARTIES RECEIVER_NOT_ENTITLED", "PURPOSE PURPOSE_INCOMPATIBLE", "REMOVED BSN_NOT_ALLOWED");
    }

    @Test
    void theNodeIsReadyAndSaysHowManyWereRefused() throws Exception {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(canaries().at("/status").asText()).isEqualTo("UP"));

        assertThat(canaries().at("/details/of").asInt()).isPositive();
        assertThat(canaries().at("/details/failing")).isEmpty();
        assertThat(answer("/metrics"))
                .contains("sluiswachter_canary_failing 0.0")
                .contains("sluiswachter_canary_runs_total{outcome=\"refused\"} ");
    }

    private static int count(String where) {
        return Tables.asOwner()
                .sql("select count(*) from transfer_log where " + where)
                .query(Integer.class)
                .single();
    }

    private static JsonNode canaries() throws Exception {
        return JSON.readTree(answer("/health/readiness")).at("/components/canaries");
    }

    private static String answer(String path) throws Exception {
        URI address = URI.create("http://localhost:" + RunningGateway.shared().managementPort() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
