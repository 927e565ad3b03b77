package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import nl.sluiswachter.console.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The database stops and comes back while somebody is at the console. Late in the order, so that it is nobody else's outage. */
@Order(Integer.MAX_VALUE - 1)
class ConsoleOutageTest {

    private static final int AT_ONCE = 8;

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
        ConsoleSeeds.sow();
        Browser browser = Browser.opened().as("privacy-officer").withAGround();
        String token = browser.formToken();
        Set<String> addresses = ConsoleWay.all()
                .map(way -> way.reader() == Role.PRIVACY_OFFICER ? way.to(browser) : way.to(way.opened()))
                .collect(Collectors.toSet());
        running = false;
        database.stop();

        assertThat(addresses).hasSizeGreaterThan(30);
        for (HttpResponse<String> answer : all(browser, addresses)) {
            assertThat(answer.statusCode()).as(answer.uri().getPath()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body())
                    .contains("Even geduld", "<h1", "class=\"demo\"")
                    .doesNotContain("Exception", "SQL", "jdbc");
        }
        assertThat(browser.post("/console/sign-out", Map.of("_csrf", token)).statusCode())
                .isEqualTo(503);
        assertThat(browser.get("/console/assets/console.css").statusCode()).isEqualTo(200);

        startAgain();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> browser.get("/console/rules").statusCode() == 200);
    }

    /** At the same time, since each waits a while for the database. */
    private static List<HttpResponse<String>> all(Browser browser, Set<String> addresses) {
        ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            return addresses.stream()
                    .map(path -> CompletableFuture.supplyAsync(() -> browser.get(path), readers))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            readers.shutdown();
        }
    }

    private void startAgain() {
        database.startAgain();
        running = true;
    }
}
