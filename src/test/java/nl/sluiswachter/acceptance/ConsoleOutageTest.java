package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The database stops and comes back while somebody is at the console. Late in the order, so that it is nobody else's outage. */
@Order(Integer.MAX_VALUE - 1)
class ConsoleOutageTest {

    private final RestartableDatabase database = RunningGateway.shared().database();
    private boolean running = true;

    @AfterEach
    void leaveItRunning() {
        if (!running) {
            startAgain();
        }
    }

    @Test
    void showsACalmPageMeanwhileAndThePageAgainAfterwards() {
        Browser browser = Browser.opened().as("privacy-officer");
        String token = browser.formToken();
        running = false;
        database.stop();

        ConsoleAddress.pages().forEach(path -> {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("Even geduld", "<h1").doesNotContain("Exception", "SQL", "jdbc");
        });
        assertThat(browser.post("/console/sign-out", Map.of("_csrf", token)).statusCode())
                .isEqualTo(503);
        assertThat(Browser.opened().get("/console/assets/console.css").statusCode())
                .isEqualTo(200);

        startAgain();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> browser.get("/console/rules").statusCode() == 200);
    }

    private void startAgain() {
        database.startAgain();
        running = true;
    }
}
