package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The database stops and comes back under a running gateway. Late in the order, so that it is nobody else's outage. */
@Order(Integer.MAX_VALUE - 1)
class DatabaseOutageTest {

    private final RestartableDatabase database = RunningGateway.shared().database();
    private final Client municipality = Client.of("gemeente-wmo");
    private final Client provider = Client.of("wmo-aanbieder");
    private boolean running = true;

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @AfterEach
    void leaveItRunning() {
        if (!running) {
            startAgain();
        }
    }

    @Test
    void refusesMeanwhileDeliversNothingAndRecoversByItself() {
        String earlier = municipality.transfer(Messages.allocation()).transferId();
        int deliveries = Tables.count("delivery");
        await().atMost(Duration.ofSeconds(30)).until(() -> health("readiness") == 200);

        running = false;
        database.stop();

        Reply refusal = send();
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.headers().get("Retry-After")).matches("[0-9]+");
        assertThat(refusal.code()).isEqualTo("TRANSACTION_LOG_WRITE_ERROR");
        assertThat(provider.get("/v1/inbox").send().code()).isEqualTo("DATABASE_UNAVAILABLE");
        assertThat(health("readiness")).isEqualTo(503);
        assertThat(health("liveness")).isEqualTo(200);

        startAgain();

        await().atMost(Duration.ofSeconds(30)).until(() -> health("readiness") == 200);
        assertThat(Tables.count("delivery")).isEqualTo(deliveries);
        String later = send().transferId();
        assertThat(Tables.count("delivery")).isEqualTo(deliveries + 1);
        assertThat(provider.get("/v1/inbox/" + earlier).send().status()).isEqualTo(200);
        assertThat(provider.get("/v1/inbox/" + later).send().status()).isEqualTo(200);
    }

    /** Each time the same call, as a sender repeats it that was told to try again. */
    private Reply send() {
        return municipality
                .post("/v1/transfers", Messages.allocation())
                .key("during-the-outage")
                .send();
    }

    private void startAgain() {
        database.startAgain();
        running = true;
    }

    private static int health(String group) {
        URI address = URI.create("http://localhost:" + RunningGateway.shared().managementPort() + "/health/" + group);
        try {
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            Captured.ANSWERS.add(response.body());
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
