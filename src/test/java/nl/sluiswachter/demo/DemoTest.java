package nl.sluiswachter.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.sluiswachter.support.PartyTls;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a newcomer meets it: the first start, an outage, a stop, a later start. */
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {

    private static final int TERMINATED = 143;

    @TempDir
    private static Path folder;

    private final Path serverFile = folder.resolve("data/postgresql/cluster/postmaster.pid");

    @Test
    @Order(1)
    void survivesTheLossOfItsDatabaseAndStopsItLast() throws Exception {
        int port = DemoGateway.freePort();
        try (DemoGateway gateway = DemoGateway.start(folder, "--sluiswachter.demo.database-port=" + port)
                .untilReady()) {
            assertThat(gateway.text()).contains("Unpacking PostgreSQL", "Migrating the database");
            assertThat(gateway.status("/health/readiness")).isEqualTo(200);
            assertThat(gateway.body("/metrics")).contains("sluiswachter_certificate_days_left");
            assertThat(gateway.status("/env")).isEqualTo(403);

            PostgresServer database = stopTheDatabase();

            assertThat(gateway.status("/health/readiness")).isEqualTo(503);
            assertThat(gateway.status("/health/liveness")).isEqualTo(200);

            database.start(port, ProgressListener.SILENT);

            await().atMost(Duration.ofSeconds(30)).until(() -> gateway.status("/health/readiness") == 200);
            assertThat(gateway.stop()).isEqualTo(TERMINATED);
            assertThat(serverFile).doesNotExist();
        }
    }

    @Test
    @Order(2)
    void startsAgainOnItsDataAndStopsWithoutAStackTrace() throws Exception {
        int port = DemoGateway.freePort();
        try (DemoGateway gateway = DemoGateway.start(folder, "--sluiswachter.surfaces.partner.port=" + port)) {
            assertThat(answersUntilItOpens(port)).contains(200).containsOnly(503, 200);
            gateway.untilReady();
            assertThat(gateway.text()).doesNotContain("Unpacking PostgreSQL", "Making the database");

            assertThat(gateway.stop()).isEqualTo(TERMINATED);
            assertThat(gateway.text()).doesNotContain("\tat ", "Exception");
            assertThat(serverFile).doesNotExist();
        }
    }

    @Test
    @Order(3)
    void namesThePortThatIsTakenAndItsSetting() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                DemoGateway gateway =
                        DemoGateway.start(folder, "--sluiswachter.surfaces.back-office.port=" + taken.getLocalPort())) {
            assertThat(gateway.exitCode()).isEqualTo(1);
            assertThat(gateway.text())
                    .endsWith("Port " + taken.getLocalPort() + " is taken by another program; move the gateway with"
                            + " sluiswachter.surfaces.back-office.port.\n")
                    .doesNotContain("\tat ");
            assertThat(serverFile).doesNotExist();
        }
    }

    @Test
    @Order(4)
    void saysThatADatabaseOfTheOperatorCannotBeReached() throws Exception {
        try (DemoGateway gateway = DemoGateway.start(
                folder,
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
                "--spring.datasource.username=nobody",
                "--spring.flyway.user=nobody")) {
            assertThat(gateway.exitCode()).isEqualTo(1);
            assertThat(gateway.text())
                    .endsWith("The database at spring.datasource.url cannot be reached.\n")
                    .doesNotContain("\tat ");
        }
    }

    /** Asks for the inbox from before the door is there, until it opens. */
    private static List<Integer> answersUntilItOpens(int port) throws InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(PartyTls.of(folder.resolve("certificates"), "wmo-aanbieder"))
                .build();
        HttpRequest inbox = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/v1/inbox"))
                .timeout(Duration.ofSeconds(20))
                .build();
        List<Integer> answers = new ArrayList<>();
        Instant end = Instant.now().plus(DemoGateway.LONGEST_START);
        while (!answers.contains(200) && Instant.now().isBefore(end)) {
            Thread.sleep(5);
            try {
                answers.add(client.send(inbox, HttpResponse.BodyHandlers.discarding())
                        .statusCode());
            } catch (IOException e) {
                // nobody listens yet
            }
        }
        return answers;
    }

    private static PostgresServer stopTheDatabase() {
        return PostgresServer.prepare(folder.resolve("data"), folder.resolve("data/programs"), ProgressListener.SILENT);
    }
}
