package nl.sluiswachter.delivery;

import static nl.sluiswachter.delivery.World.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.sluiswachter.delivery.Webhook.Received;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import nl.sluiswachter.party.PartyStatus;
import nl.sluiswachter.party.PushEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CourierTest {

    private static final Certificates CA = new Certificates("Test CA");
    private static final ExampleIdentity GATEWAY = CA.identity("Gateway");
    private static final ExampleIdentity SERVER = CA.identity("Receiver");
    private static final PushTimes TIMES = new PushTimes(Duration.ofSeconds(3), Duration.ofSeconds(3));

    private final World world = new World();
    private final PushClient client = new PushClient(
            new PushConnections(
                    new PushTls(GATEWAY.chain(), GATEWAY.key()),
                    new GuardedDns(new AddressRules(List.of("localhost"))),
                    TIMES),
            TIMES);
    private final Courier courier = world.courier(client);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void pushesWhatTheInboxWouldGive() {
        try (Webhook webhook = webhook(Webhook.answering(200, ""))) {
            UUID id = world.queue(RECEIVER);

            deliverAll();

            Reading.Opened reading = (Reading.Opened) world.inbox.read(RECEIVER, id);
            assertThat(webhook.received)
                    .extracting(Received::body)
                    .containsExactly(new String(MessageJson.of(reading.message())));
            assertThat(world.state(id)).isEqualTo(DeliveryState.DELIVERED);
            assertThat(world.log.of(id)).containsExactly("DELIVERED {channel=PUSH}");
            assertThat(world.counted("pushed")).isEqualTo(1);
        }
    }

    @Test
    void triesAgainUnderTheSameKeyUntilItIsTaken() {
        AtomicInteger calls = new AtomicInteger();
        try (Webhook webhook =
                webhook(exchange -> Webhook.answer(exchange, calls.incrementAndGet() == 1 ? 500 : 200, ""))) {
            UUID id = world.queue(RECEIVER);

            deliverAll();
            assertThat(world.state(id)).isEqualTo(DeliveryState.QUEUED);
            assertThat(world.inbox.list(RECEIVER, Optional.empty(), 25).messages())
                    .hasSize(1);
            deliverAll();
            assertThat(webhook.received).hasSize(1);
            world.clock.pass(World.FIRST_RETRY);
            deliverAll();

            assertThat(world.state(id)).isEqualTo(DeliveryState.DELIVERED);
            assertThat(webhook.received)
                    .extracting(request -> request.headers().getFirst("Idempotency-Key"))
                    .containsExactly("\"" + id + "\"", "\"" + id + "\"");
            assertThat(world.log.of(id))
                    .containsExactly("DELIVERY_FAILED {attempt=1, reason=RECEIVER_FAILED}", "DELIVERED {channel=PUSH}");
        }
    }

    @Test
    void pushesAgainWhatADeadWorkerLeftBehind() {
        try (Webhook webhook = webhook(Webhook.answering(200, ""))) {
            UUID id = world.queue(RECEIVER);
            assertThat(courier.claim()).hasSize(1);
            world.clock.pass(World.LEASE);

            deliverAll();

            assertThat(webhook.received).hasSize(1);
            assertThat(world.state(id)).isEqualTo(DeliveryState.DELIVERED);
        }
    }

    @Test
    void settlesAMessageThatTheAnswerAcknowledges() {
        try (Webhook webhook = webhook(Webhook.answering(200, "{\"status\":\"ACCEPTED\"}"))) {
            UUID id = world.queue(RECEIVER);

            deliverAll();

            assertThat(webhook.received).hasSize(1);
            assertThat(world.state(id)).isEqualTo(DeliveryState.ACKNOWLEDGED);
            assertThat(world.hasPayload(id)).isFalse();
            assertThat(world.log.of(id))
                    .containsExactly("DELIVERED {channel=PUSH}", "ACKNOWLEDGED {status=ACCEPTED} by " + RECEIVER);
            assertThat(world.inbox.acknowledge(RECEIVER, id, Acknowledgement.ACCEPTED))
                    .isInstanceOf(Settling.Settled.class);
        }
    }

    @Test
    void allowsAReceiverToAcknowledgeBeforeItAnswers() {
        try (Webhook webhook = webhook(exchange -> {
            UUID id = UUID.fromString(
                    exchange.getRequestHeaders().getFirst("Idempotency-Key").replace("\"", ""));
            world.inbox.acknowledge(RECEIVER, id, Acknowledgement.ACCEPTED);
            Webhook.answer(exchange, 200, "");
        })) {
            UUID id = world.queue(RECEIVER);

            deliverAll();

            assertThat(webhook.received).hasSize(1);
            assertThat(world.log.of(id)).containsExactly("ACKNOWLEDGED {status=ACCEPTED} by " + RECEIVER);
            assertThat(world.deliveries.status(id).orElseThrow().deliveredAt()).isPresent();
        }
    }

    @Test
    void sendsNothingWhenTheConsentWasWithdrawnAfterTheClaim() {
        UUID consent = world.consent();
        try (Webhook webhook = webhook(Webhook.answering(200, ""))) {
            world.queue(RECEIVER, consent);
            List<Claim> claims = courier.claim();

            world.withdraw(consent);
            claims.forEach(courier::deliver);

            assertThat(claims).hasSize(1);
            assertThat(webhook.received).isEmpty();
        }
    }

    @Test
    void sendsNothingWhenTheReceiverReadItMeanwhile() {
        try (Webhook webhook = webhook(Webhook.answering(200, ""))) {
            UUID id = world.queue(RECEIVER);
            List<Claim> claims = courier.claim();

            world.inbox.read(RECEIVER, id);
            claims.forEach(courier::deliver);

            assertThat(webhook.received).isEmpty();
        }
    }

    @Test
    void sendsNothingToASuspendedReceiver() {
        try (Webhook webhook = webhook(Webhook.answering(200, ""))) {
            UUID id = world.queue(RECEIVER);
            PushEndpoint endpoint = new PushEndpoint(webhook.url("localhost"), CA.anchor());
            world.parties.save(World.party(RECEIVER, PartyStatus.SUSPENDED, Optional.of(endpoint)));

            deliverAll();

            assertThat(webhook.received).isEmpty();
            assertThat(world.log.of(id)).containsExactly("DELIVERY_FAILED {attempt=1, reason=RECEIVER_INACTIVE}");
        }
    }

    @Test
    void waitsWhenTheReceiverHasNoEndpointAnyMore() {
        try (Webhook webhook = webhook(Webhook.answering(200, ""))) {
            UUID id = world.queue(RECEIVER);
            world.parties.save(World.party(RECEIVER, PartyStatus.ACTIVE, Optional.empty()));

            deliverAll();

            assertThat(webhook.received).isEmpty();
            assertThat(world.log.of(id)).containsExactly("DELIVERY_FAILED {attempt=1, reason=NO_ENDPOINT}");
        }
    }

    private void deliverAll() {
        courier.claim().forEach(courier::deliver);
    }

    private Webhook webhook(HttpHandler behaviour) {
        Webhook webhook = new Webhook(SERVER, CA.anchor(), behaviour);
        world.pushTo(RECEIVER, new PushEndpoint(webhook.url("localhost"), CA.anchor()));
        return webhook;
    }
}
