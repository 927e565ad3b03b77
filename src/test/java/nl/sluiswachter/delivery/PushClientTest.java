package nl.sluiswachter.delivery;

import static nl.sluiswachter.delivery.World.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import nl.sluiswachter.delivery.PushOutcome.Failed;
import nl.sluiswachter.delivery.PushOutcome.Taken;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import nl.sluiswachter.party.PushEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PushClientTest {

    private static final Certificates OUR_CA = new Certificates("Municipality CA");
    private static final Certificates RECEIVER_CA = new Certificates("Receiver CA");
    private static final ExampleIdentity GATEWAY = OUR_CA.identity("Gateway");
    private static final ExampleIdentity SERVER = RECEIVER_CA.identity("Receiver");
    private static final PushTimes TIMES = new PushTimes(Duration.ofSeconds(2), Duration.ofMillis(500));
    private static final UUID KEY = new UUID(7, 7);
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final Claim CLAIM = new Claim(KEY, RECEIVER, 1, TRACEPARENT);
    private static final byte[] JSON = "{}".getBytes(StandardCharsets.UTF_8);
    private static final Taken TAKEN = new Taken(Optional.empty());

    private final PushClient client = client(List.of("localhost", "127.0.0.2"));
    private final CountDownLatch testEnds = new CountDownLatch(1);

    @AfterEach
    void end() {
        testEnds.countDown();
        client.close();
    }

    @Test
    void deliversOverMutualTls() {
        try (Webhook webhook = webhook(Webhook.answering(204, ""))) {
            assertThat(push(webhook)).isEqualTo(TAKEN);

            assertThat(webhook.received).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.path()).isEqualTo("/inbox");
                assertThat(request.client()).contains("O=Gateway");
                assertThat(request.body()).isEqualTo("{}");
                assertThat(request.headers().getFirst("Idempotency-Key")).isEqualTo("\"" + KEY + "\"");
                assertThat(request.headers().get("traceparent")).containsExactly(TRACEPARENT);
                assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/json");
                assertThat(request.headers()).doesNotContainKeys("Accept-encoding", "Cookie", "Authorization");
            });
        }
    }

    @Test
    void takesAnAcknowledgementFromTheAnswer() {
        try (Webhook webhook = webhook(Webhook.answering(200, "{\"status\":\"ACCEPTED\"}"))) {
            assertThat(push(webhook)).isEqualTo(new Taken(Optional.of(Acknowledgement.ACCEPTED)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no JSON", "[]", "{\"status\":1}", "{\"status\":\"accepted\"}", "{\"status\":\"REJECTED\"}"})
    void takesAnyOtherAnswerForNoAcknowledgement(String body) {
        try (Webhook webhook = webhook(Webhook.answering(200, body))) {
            assertThat(push(webhook)).isEqualTo(TAKEN);
        }
    }

    @ParameterizedTest
    @CsvSource({"400,REFUSED", "404,REFUSED", "429,REFUSED", "500,RECEIVER_FAILED", "503,RECEIVER_FAILED"})
    void failsOnAnErrorStatus(int status, Failure failure) {
        try (Webhook webhook = webhook(Webhook.answering(status, "sorry"))) {
            assertThat(push(webhook)).isEqualTo(new Failed(failure));
            assertThat(webhook.received).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirect(int status) {
        try (Webhook target = webhook(Webhook.answering(200, ""));
                Webhook webhook = webhook(exchange -> {
                    exchange.getResponseHeaders()
                            .add("Location", target.url("localhost").toString());
                    Webhook.answer(exchange, status, "");
                })) {
            assertThat(push(webhook)).isEqualTo(new Failed(Failure.REDIRECTED));
            assertThat(target.received).isEmpty();
        }
    }

    @Test
    void trustsNoOtherCaThanTheOneRegistered() {
        try (Webhook webhook = webhook(Webhook.answering(200, ""))) {
            assertThat(push(webhook.url("localhost"), OUR_CA.anchor())).isEqualTo(new Failed(Failure.TLS_FAILED));
            assertThat(webhook.received).isEmpty();
        }
    }

    @Test
    void refusesACertificateForAnotherHost() {
        try (Webhook webhook = webhook(Webhook.answering(200, ""))) {
            assertThat(push(webhook.url("127.0.0.2"), RECEIVER_CA.anchor())).isEqualTo(new Failed(Failure.TLS_FAILED));
            assertThat(webhook.received).isEmpty();
        }
    }

    @Test
    void refusesAnExpiredCertificate() {
        try (Webhook webhook =
                new Webhook(RECEIVER_CA.expired("Receiver"), OUR_CA.anchor(), Webhook.answering(200, ""))) {
            assertThat(push(webhook)).isEqualTo(new Failed(Failure.TLS_FAILED));
        }
    }

    @Test
    void failsWhenTheReceiverDoesNotKnowUs() {
        try (Webhook webhook = new Webhook(SERVER, RECEIVER_CA.anchor(), Webhook.answering(200, ""))) {
            assertThat(push(webhook)).isInstanceOf(Failed.class);
            assertThat(webhook.received).isEmpty();
        }
    }

    @Test
    void givesUpWhenNoAnswerComes() {
        try (Webhook webhook = webhook(exchange -> waitForTheEnd())) {
            assertThat(push(webhook)).isEqualTo(new Failed(Failure.TIMED_OUT));
        }
    }

    @Test
    void givesUpWhenTheHandshakeNeverEnds() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("https://localhost:" + silent.getLocalPort() + "/");

            assertThat(push(url, RECEIVER_CA.anchor())).isEqualTo(new Failed(Failure.TIMED_OUT));
        }
    }

    @Test
    void cutsABodyThatDripsInWithinEverySilenceLimit() {
        try (Webhook webhook = webhook(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            drip(exchange.getResponseBody());
        })) {
            long start = System.nanoTime();

            assertThat(push(webhook)).isEqualTo(TAKEN);

            assertThat(since(start)).isBetween(TIMES.answer(), TIMES.whole().plusSeconds(2));
        }
    }

    @Test
    void cutsHeadersThatDripInWithinEverySilenceLimit() throws Exception {
        SSLContext tls = new PushTls(SERVER.chain(), SERVER.key()).trusting(OUR_CA.anchor());
        try (ServerSocket socket = tls.getServerSocketFactory().createServerSocket(0)) {
            Thread dripping = new Thread(() -> dripHeaders(socket));
            dripping.start();
            long start = System.nanoTime();

            assertThat(push(URI.create("https://localhost:" + socket.getLocalPort() + "/"), RECEIVER_CA.anchor()))
                    .isEqualTo(new Failed(Failure.TIMED_OUT));

            assertThat(since(start)).isBetween(TIMES.answer(), TIMES.whole().plusSeconds(2));
            testEnds.countDown();
            dripping.join();
        }
    }

    @Test
    void readsAHugeAnswerOnlyToItsBound() {
        CountDownLatch cut = new CountDownLatch(1);
        try (Webhook webhook = webhook(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            flood(exchange.getResponseBody(), cut);
        })) {
            long start = System.nanoTime();

            assertThat(push(webhook)).isEqualTo(TAKEN);

            assertThat(since(start)).isLessThan(TIMES.whole());
            assertThat(await(cut)).isTrue();
        }
    }

    @Test
    void reportsAReceiverThatIsNotThere() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }

        assertThat(push(URI.create("https://localhost:" + port + "/"), RECEIVER_CA.anchor()))
                .isEqualTo(new Failed(Failure.CONNECT_FAILED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "2130706433", "[::ffff:127.0.0.1]", "0.0.0.0"})
    void reachesNoPrivateAddressUnlessListed(String host) {
        try (Webhook webhook = webhook(Webhook.answering(200, ""));
                PushClient strict = client(List.of())) {
            PushEndpoint endpoint = new PushEndpoint(webhook.url(host), RECEIVER_CA.anchor());

            assertThat(strict.push(CLAIM, endpoint, JSON)).isEqualTo(new Failed(Failure.FORBIDDEN_ADDRESS));
            assertThat(webhook.received).isEmpty();
        }
    }

    @Test
    void reachesNoMetadataServiceEvenWhenListed() {
        try (PushClient careless = client(List.of("169.254.169.254"))) {
            PushEndpoint endpoint =
                    new PushEndpoint(URI.create("https://169.254.169.254/latest/meta-data"), RECEIVER_CA.anchor());

            assertThat(careless.push(CLAIM, endpoint, JSON)).isEqualTo(new Failed(Failure.FORBIDDEN_ADDRESS));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "ftp://localhost/",
                "https://user:secret@localhost/",
                "https:///inbox",
                "https://localhost/#part",
                "file:///etc/passwd",
                "inbox"
            })
    void pushesOnlyToPlainHttpsAddresses(String url) {
        assertThat(push(URI.create(url), RECEIVER_CA.anchor())).isEqualTo(new Failed(Failure.BAD_ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void pushesNothingWithoutReadableTrust(String trust) {
        assertThat(push(URI.create("https://localhost/"), trust)).isEqualTo(new Failed(Failure.BAD_TRUST));
    }

    @Test
    void ignoresProxiesOfTheEnvironment() {
        System.setProperty("https.proxyHost", "localhost");
        System.setProperty("https.proxyPort", "1");
        try (Webhook webhook = webhook(Webhook.answering(200, ""))) {
            assertThat(push(webhook)).isEqualTo(TAKEN);
        } finally {
            System.clearProperty("https.proxyHost");
            System.clearProperty("https.proxyPort");
        }
    }

    @Test
    void believesOnlyTheNewTrustOnceAnEndpointChanged() {
        try (Webhook webhook = webhook(Webhook.answering(200, ""))) {
            assertThat(push(webhook)).isEqualTo(TAKEN);
            assertThat(push(webhook.url("localhost"), OUR_CA.anchor())).isEqualTo(new Failed(Failure.TLS_FAILED));
            assertThat(push(webhook)).isEqualTo(TAKEN);
        }
    }

    private PushOutcome push(Webhook webhook) {
        return push(webhook.url("localhost"), RECEIVER_CA.anchor());
    }

    private PushOutcome push(URI url, String trust) {
        return client.push(CLAIM, new PushEndpoint(url, trust), JSON);
    }

    private static Webhook webhook(HttpHandler behaviour) {
        return new Webhook(SERVER, OUR_CA.anchor(), behaviour);
    }

    private static PushClient client(List<String> privateHosts) {
        PushTls tls = new PushTls(GATEWAY.chain(), GATEWAY.key());
        GuardedDns dns = new GuardedDns(new AddressRules(privateHosts));
        return new PushClient(new PushConnections(tls, dns, TIMES), TIMES);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void dripHeaders(ServerSocket server) {
        try (Socket connection = server.accept()) {
            connection.getOutputStream().write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            drip(connection.getOutputStream());
        } catch (IOException e) {
            // The client hung up, as it should.
        }
    }

    private void drip(OutputStream body) throws IOException {
        do {
            body.write('.');
            body.flush();
        } while (!await(testEnds, Duration.ofMillis(100)));
    }

    private void flood(OutputStream body, CountDownLatch cut) {
        byte[] much = new byte[64 * 1024];
        try {
            while (testEnds.getCount() > 0) {
                body.write(much);
            }
        } catch (IOException e) {
            cut.countDown();
        }
    }

    private void waitForTheEnd() {
        await(testEnds);
    }

    private static boolean await(CountDownLatch latch) {
        return await(latch, Duration.ofSeconds(20));
    }

    private static boolean await(CountDownLatch latch, Duration atMost) {
        try {
            return latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
