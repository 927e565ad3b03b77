package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PushEndpoint;
import nl.sluiswachter.support.Threads;
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
