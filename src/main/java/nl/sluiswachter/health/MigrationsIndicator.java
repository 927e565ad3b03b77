package nl.sluiswachter.health;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Up when every migration that this jar knows was applied to the database. A newer node may have applied more. */
final class MigrationsIndicator extends AbstractHealthIndicator {

    private static final String APPLIED =
            "select version from flyway_schema_history where success and version is not null";

    private final JdbcClient database;
    private final List<String> known;

    MigrationsIndicator(JdbcClient database, List<String> known) {
        super("The migrations could not be read");
        this.database = database;
        this.known = known;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Set<String> missing = new TreeSet<>(known);
        missing.removeAll(database.sql(APPLIED).query(String.class).set());
        builder.status(missing.isEmpty() ? "UP" : "OUT_OF_SERVICE").withDetail("missing", missing);
    }
}
