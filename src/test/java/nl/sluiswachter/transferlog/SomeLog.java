package nl.sluiswachter.transferlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.Explanation;
import nl.sluiswachter.transfer.Outgoing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real log for tests of the packages above; nothing can be queued in it. */
public final class SomeLog {

    private SomeLog() {}

    /** That of a database. */
    public static TransferLog on(DataSource source, Clock clock) {
        LogTables tables = LogTables.of(JdbcClient.create(source), SomeMark.OURS);
        Outbox outbox = new NoOutbox();
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        Committer committer =
                new Committer(new ShardWriter(tables, outbox, transactions, clock), Committer.Bounds.DEFAULT);
        committer.start();
        return new JdbcTransferLog(
                tables,
                committer,
                outbox,
                receipts(),
                new SubjectKeys(new byte[32]),
                new UuidV7(Clock.systemUTC()),
                clock);
    }

    /**
     * Puts a decision that says this text everywhere into a log that a gateway is using; for whom no right holds back.
     *
     * @param mark of that gateway: to what has another, it gives no leaf
     */
    public static void say(String text, UUID transfer, DataSource superuser, LogMark mark, Instant at) {
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(superuser));
        LogTables tables = LogTables.of(JdbcClient.create(superuser), mark);
        new ShardWriter(tables, new NoOutbox(), transactions, Clock.systemUTC())
                .write(List.of(SomeAppending.saying(text, transfer, at)));
    }

    /** What the log would have said of a decision that it never wrote. */
    public static Recorded unwritten(Decided decided) {
        return new Recorded(decided, new Explanation(decided).toJson());
    }

    static final class NoOutbox implements Outbox {

        @Override
        public Parcel prepare(Outgoing outgoing) {
            throw new IllegalStateException("Nothing is delivered here");
        }

        @Override
        public Set<UUID> holdGiven(Collection<UUID> consents) {
            return Set.of();
        }

        @Override
        public void enqueue(List<Parcel> parcels) {
            assertThat(parcels).isEmpty();
        }
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
