package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PushEndpoint;
import nl.sluiswachter.support.Threads;
import nl.sluiswachter.transferlog.StoredEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a permitted message reaches its receiver: waited for, or pushed to a web server that knows us. */
class DeliveryTest {

    private final Client municipality = Client.of("gemeente-wmo");
    private final Client provider = Client.of("wmo-aanbieder");
    private final Parties parties = RunningGateway.shared().bean(Parties.class);
    private final Party registered =
            parties.find(new Oin("00000099000000002000")).orElseThrow();

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @AfterEach
    void restoreTheProvider() {
        parties.save(registered);
        Tables.asOwner().sql("delete from push_pause").update();
    }

    @Test
    void isWaitedForWhenTheSenderAsksForIt() {
        int before = Tables.count("delivery");
        CompletableFuture<Reply> answer = Threads.start(() -> waiting("waited", "wait=10"));

        await().until(() -> Tables.count("delivery") > before);
        provider.get("/v1/inbox/" + newest()).send();

        assertThat(answer.join().status()).isEqualTo(200);
    }

    @Test
    void isAcceptedOnlyWhenTheWaitWasTooShort() {
        assertThat(waiting("short", "wait=1").status()).isEqualTo(202);
    }

    @Test
    void aWaitThatCannotBeReadIsIgnored() {
        assertThat(waiting("unread", "wait=soon").status()).isEqualTo(202);
    }

    @Test
    void isPushedToTheReceiversWebServerAndAcknowledgedByItsAnswer() throws IOException {
        try (PushReceiver receiver = new PushReceiver("wmo-aanbieder", "{\"status\":\"ACCEPTED\"}")) {
            register(receiver);

            String id = municipality.transfer(Messages.allocation()).transferId();

            await().atMost(Duration.ofSeconds(20)).until(() -> state(id).equals("ACKNOWLEDGED"));
            assertThat(receiver.bodies).singleElement().asString().contains(Messages.STORY, id);
            assertThat(receiver.clients).singleElement().asString().contains("00000099000000000100");
            assertThat(Tables.payloads(id)).isZero();
        }
    }

    @Test
    void isPushedInTheTraceOfTheCallUnderTheSpanOfItsDecision() throws IOException {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        try (PushReceiver receiver = new PushReceiver("wmo-aanbieder", "{\"status\":\"ACCEPTED\"}")) {
            register(receiver);

            String id = traced("00-" + trace + "-00f067aa0ba902b7-01").transferId();

            await().atMost(Duration.ofSeconds(20)).until(() -> !receiver.traces.isEmpty());
            String span = decision(id).path("spanId").asText();
            assertThat(span).matches("[0-9a-f]{16}").isNotEqualTo("00f067aa0ba902b7");
            assertThat(receiver.traces).containsExactly("00-" + trace + "-" + span + "-01");
        }
    }

    @Test
    void isPushedInATraceOfOurOwnWhenTheCallHadAMalformedOne() throws IOException {
        try (PushReceiver receiver = new PushReceiver("wmo-aanbieder", "{\"status\":\"ACCEPTED\"}")) {
            register(receiver);

            JsonNode decision = decision(traced("00-nonsense-01").transferId());

            await().atMost(Duration.ofSeconds(20)).until(() -> !receiver.traces.isEmpty());
            assertThat(receiver.traces)
                    .containsExactly("00-" + decision.path("traceId").asText() + "-"
                            + decision.path("spanId").asText() + "-00");
        }
    }

    @Test
    void stillWaitsInTheInboxWhenTheWebServerFails() throws IOException {
        try (PushReceiver receiver = new PushReceiver("wmo-aanbieder", null)) {
            register(receiver);

            String id = municipality.transfer(Messages.allocation()).transferId();

            await().atMost(Duration.ofSeconds(20)).until(() -> Tables.entries(id, "DELIVERY_FAILED") > 0);
            assertThat(provider.get("/v1/inbox/" + id).send().status()).isEqualTo(200);
        }
    }

    private Reply waiting(String key, String prefer) {
        return municipality
                .post("/v1/transfers", Messages.allocation())
                .key("delivery-" + key)
                .header("Prefer", prefer)
                .send();
    }

    private Reply traced(String traceparent) {
        return municipality
                .post("/v1/transfers", Messages.allocation())
                .key("delivery-" + traceparent)
                .header("traceparent", traceparent)
                .send();
    }

    private static JsonNode decision(String id) {
        return StoredEntry.read(Tables.asOwner()
                .sql("select entry from transfer_log where transfer_id = ? and kind = 'DECISION'")
                .param(UUID.fromString(id))
                .query(byte[].class)
                .single());
    }

    private static String newest() {
        return Tables.asOwner()
                .sql("select transfer_id::text from delivery order by created_at desc limit 1")
                .query(String.class)
                .single();
    }

    private String state(String id) {
        return municipality.get("/v1/transfers/" + id).send().at("/delivery/state");
    }

    private void register(PushReceiver receiver) throws IOException {
        String trust = Files.readString(RunningGateway.shared().certificate("partner-ca.pem"));
        parties.save(new Party(
                registered.oin(),
                registered.name(),
                registered.side(),
                registered.status(),
                registered.capacities(),
                registered.keys(),
                Optional.of(new PushEndpoint(receiver.url(), trust))));
    }
}
