package nl.sluiswachter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class BoundsTest {

    private static final String OIN = "00000099000000002100";
    private static final Duration SOON = Duration.ofSeconds(5);
    private static TestDoors doors;
    private static ExampleIdentity partner;

    @BeforeAll
    static void open() {
        doors = TestDoors.open(
                "sluiswachter.limits.body=10KB",
                "sluiswachter.limits.request-time=2s",
                "sluiswachter.limits.threads=2");
        partner = doors.partner(OIN);
    }

    @AfterAll
    static void close() {
        doors.close();
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws Exception {
        assertThat(post(HttpRequest.BodyPublishers.ofByteArray(new byte[10 * 1024]))
                        .body())
                .isEqualTo(OIN + " " + OIN + " 10240 10240 1");
    }

    @Test
    void refusesABodyAboveTheLimit() throws Exception {
        HttpResponse<String> answer = post(HttpRequest.BodyPublishers.ofByteArray(new byte[10 * 1024 + 1]));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"BODY_TOO_LARGE\"");
    }

    @Test
    void refusesAChunkedBodyAboveTheLimit() throws Exception {
        HttpRequest.BodyPublisher chunked =
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[12 * 1024]));

        assertThat(post(chunked).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesAnEndlessBodyBeforeItsEnd() throws Exception {
        String head = "POST /v1/echo HTTP/1.1\r\nHost: l\r\nContent-Length: 999999999999\r\n\r\n";

        assertThat(client().send(Surface.PARTNER, head).text())
                .startsWith("HTTP/1.1 413")
                .contains("Connection: close");
    }

    @ParameterizedTest
    @CsvSource({"PARTNER, /v1/echo, 413", "BACK_OFFICE, /v1/echo, 401", "OPEN, /v1/openapi.json, 413"})
    void refusesALargeFormWithoutReadingItWhateverTheMethod(Surface surface, String path, int status) throws Exception {
        ExampleIdentity unknown = doors.municipalCa.issue(doors.subject("Unknown", List.of("00000099000000002300")));
        RawClient client =
                switch (surface) {
                    case PARTNER -> client();
                    case BACK_OFFICE -> new RawClient(doors, Optional.of(unknown));
                    case OPEN -> new RawClient(doors, Optional.empty());
                };
        for (String method : List.of("PUT", "PATCH", "DELETE")) {
            String head = method + " " + path + " HTTP/1.1\r\nHost: l\r\nContent-Length: 999999999999\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue\r\n\r\n";

            assertThat(client.send(surface, head).text()).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void refusesAnAnnouncedBodyWithoutAskingForIt() throws Exception {
        String head = "POST /v1/echo HTTP/1.1\r\nHost: l\r\nExpect: 100-continue\r\nContent-Length: 99999\r\n\r\n";

        assertThat(client().send(Surface.PARTNER, head).text()).startsWith("HTTP/1.1 413");
    }

    @Test
    void readsNoFormParametersFromABody() throws Exception {
        String form = "q=2";
        String request = "POST /v1/echo?q=1 HTTP/1.1\r\nHost: l\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\n" + form;

        assertThat(client().send(Surface.PARTNER, request).text()).endsWith(" 3 3 1");
    }

    @Test
    void cutsABodyThatTrickles() throws Exception {
        String head = "POST /v1/echo HTTP/1.1\r\nHost: l\r\nContent-Length: 1000\r\n\r\n";

        assertThat(trickle(head)).startsWith("HTTP/1.1 408").contains("\"code\":\"REQUEST_TOO_SLOW\"");
    }

    @Test
    void cutsABodyThatStops() throws Exception {
        String head = "POST /v1/echo HTTP/1.1\r\nHost: l\r\nContent-Length: 1000\r\n\r\nabc";
        long began = System.nanoTime();

        assertThat(client().send(Surface.PARTNER, head).text()).startsWith("HTTP/1.1 408");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    }

    @Test
    void cutsHeadersThatTrickle() throws Exception {
        assertThat(trickle("GET /v1/echo HTTP/1.1\r\nHost: l\r\nX: ")).isEmpty();
    }

    @Test
    void cutsAHandshakeThatTrickles() throws Exception {
        ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();
        try (Socket socket = new Socket("localhost", doors.port(Surface.PARTNER))) {
            socket.getOutputStream().write(new byte[] {22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc});
            drip(drip, socket.getOutputStream());
            assertEnds(socket);
        } finally {
            drip.shutdownNow();
        }
    }

    @Test
    void saysAtOnceThatItIsFull() throws Exception {
        DoorsApplication.WaitingRoom room = doors.bean(DoorsApplication.WaitingRoom.class);
        HttpClient client = doors.client(Optional.of(partner));
        List<CompletableFuture<HttpResponse<String>>> inside = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            inside.add(client.sendAsync(request("/v1/wait").build(), BodyHandlers.ofString()));
        }
        room.inside().acquire(2);

        HttpResponse<String> answer = client.send(request("/v1/echo").build(), BodyHandlers.ofString());

        room.door().countDown();
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("\"code\":\"OVERLOADED\"");
        for (CompletableFuture<HttpResponse<String>> waiting : inside) {
            assertThat(waiting.get().statusCode()).isEqualTo(200);
        }
        assertThat(client.send(request("/v1/echo").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    /** One byte every 200 ms: never a silence that a time-out for silence would notice. */
    private static String trickle(String head) throws IOException {
        ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();
        long began = System.nanoTime();
        try (SSLSocket socket = client().connect(Surface.PARTNER)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            drip(drip, socket.getOutputStream());
            String answer = read(socket);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
            return answer;
        } finally {
            drip.shutdownNow();
        }
    }

    private static void drip(ScheduledExecutorService drip, OutputStream out) {
        drip.scheduleWithFixedDelay(
                () -> {
                    try {
                        out.write('x');
                        out.flush();
                    } catch (IOException e) {
                        drip.shutdown();
                    }
                },
                200,
                200,
                TimeUnit.MILLISECONDS);
    }

    private static void assertEnds(Socket socket) throws IOException {
        long began = System.nanoTime();
        read(socket);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    }

    /** A connection cut while we write may end with a reset instead of an end of file. */
    private static String read(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        socket.setSoTimeout(20_000);
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return answer.toString(StandardCharsets.UTF_8);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
        return doors.client(Optional.of(partner))
                .send(request("/v1/echo?q=1").POST(body).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + doors.port(Surface.PARTNER) + path));
    }

    private static RawClient client() {
        return new RawClient(doors, Optional.of(partner));
    }
}
