package nl.sluiswachter.transferlog;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Clock;
import javax.sql.DataSource;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.Explanation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real log for tests of the packages above; nothing can be queued in it. */
public final class SomeLog {

    private SomeLog() {}

    /** That of a database. */
    public static TransferLog on(DataSource source, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(source);
        return new JdbcTransferLog(
                new LogTable(jdbc),
                new IdempotencyTable(jdbc),
                new ReceiptTable(jdbc),
                new JdbcDecisionImages(jdbc),
                outgoing -> {
                    throw new IllegalStateException("Nothing is delivered here");
                },
                receipts(),
                new TransactionTemplate(new JdbcTransactionManager(source)),
                new UuidV7(Clock.systemUTC()),
                clock);
    }

    /** What the log would have said of a decision that it never wrote. */
    public static Recorded unwritten(Decided decided) {
        return new Recorded(decided, new Explanation(decided).toJson());
    }

    private static Receipts receipts() {
        try {
            return new Receipts(
                    new Oin("00000099000000001000"),
                    new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
