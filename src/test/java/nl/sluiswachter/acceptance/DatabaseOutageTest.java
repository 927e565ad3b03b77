package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nl.sluiswachter.demo.EmbeddedPostgres;
import nl.sluiswachter.demo.ProgressListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database stops and comes back under a running gateway. */
class DatabaseOutageTest {

    @TempDir
    private Path data;

    private EmbeddedPostgres database;
    private RunningGateway gateway;
    private Client municipality;

    @BeforeEach
    void start() {
        startDatabase(0);
        gateway = RunningGateway.start(Map.of(
                "spring.datasource.url", database.jdbcUrl(),
                "spring.datasource.username", database.appUser(),
                "spring.datasource.password", database.appPassword(),
                "spring.flyway.user", database.ownerUser(),
                "spring.flyway.password", database.ownerPassword()));
        municipality = Client.of(gateway, "gemeente-wmo");
    }

    @AfterEach
    void stop() {
        gateway.close();
        database.close();
    }

    /** The demo resident of {@code Messages.ANNA} has a committed provider. */
    @Test
    void refusesMeanwhileDeliversNothingAndRecoversByItself() {
        assertThat(municipality.transfer(Messages.allocation()).status()).isEqualTo(202);
        assertThat(readiness()).isEqualTo(200);
        int port = database.port();

        database.close();

        Reply refusal = send();
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.headers().get("Retry-After")).matches("[0-9]+");
        assertThat(refusal.code()).isEqualTo("DATABASE_UNAVAILABLE");
        assertThat(municipality.get("/v1/inbox").send().status()).isEqualTo(503);
        assertThat(readiness()).isEqualTo(503);

        startDatabase(port);

        await().atMost(Duration.ofSeconds(30)).until(() -> readiness() == 200);
        assertThat(deliveries()).isOne();
        assertThat(send().status()).isEqualTo(202);
        assertThat(deliveries()).isEqualTo(2);
        Client provider = Client.of(gateway, "wmo-aanbieder");
        assertThat(provider.get("/v1/inbox").send().json().path("messages")).hasSize(2);
    }

    /** Each time the same call, so that a repetition after the outage is the same transfer. */
    private Reply send() {
        return municipality
                .post("/v1/transfers", Messages.allocation())
                .key("during-the-outage")
                .send();
    }

    private void startDatabase(int port) {
        database = EmbeddedPostgres.start(
                data, Path.of("target", "postgresql", "programs"), port, ProgressListener.SILENT);
    }

    private int deliveries() {
        return JdbcClient.create(
                        new DriverManagerDataSource(database.jdbcUrl(), database.ownerUser(), database.ownerPassword()))
                .sql("select count(*) from delivery")
                .query(Integer.class)
                .single();
    }

    private int readiness() {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + gateway.managementPort() + "/health/readiness"))
                    .build();
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            Captured.ANSWERS.add(response.body());
            return response.statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
