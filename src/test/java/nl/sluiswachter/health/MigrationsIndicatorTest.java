package nl.sluiswachter.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.sluiswachter.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationsIndicatorTest {

    private final JdbcClient database = JdbcClient.create(TestDatabase.create().asApplication());

    @Test
    void isUpWhenAllKnownMigrationsWereApplied() {
        Health health = new MigrationsIndicator(database, List.of("001", "005")).health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isOutOfServiceAndNamesWhatIsMissing() {
        Health health = new MigrationsIndicator(database, List.of("001", "999")).health();

        assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.getDetails().get("missing")).hasToString("[999]");
    }
}
