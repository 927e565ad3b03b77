package nl.sluiswachter.delivery;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliveries for tests of the packages above. */
public final class SomeDeliveries {

    private SomeDeliveries() {}

    /** Those of a database. */
    public static Deliveries on(DataSource source) {
        return new Deliveries(new DeliveryTable(JdbcClient.create(source)), Duration.ZERO);
    }
}
