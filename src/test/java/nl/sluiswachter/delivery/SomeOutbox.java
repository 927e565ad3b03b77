package nl.sluiswachter.delivery;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import nl.sluiswachter.consent.JdbcConsents;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import nl.sluiswachter.party.JdbcParties;
import nl.sluiswachter.transferlog.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The outbox for tests of the packages below. */
public final class SomeOutbox {

    private SomeOutbox() {}

    /** That of a database, in which no consent changes. */
    public static Outbox on(DataSource source) {
        JdbcClient jdbc = JdbcClient.create(source);
        Clock clock = Clock.systemUTC();
        return new JdbcOutbox(
                new ParcelTable(jdbc),
                new PayloadTable(jdbc, new PayloadCipher(new byte[32])),
                new JdbcConsents(
                        jdbc,
                        new JdbcTransactionManager(source),
                        (consent, event) -> {},
                        (consent, end, since) -> 0,
                        new UuidV7(clock),
                        clock),
                new JdbcParties(jdbc),
                clock,
                Duration.ofHours(72));
    }
}
