package nl.sluiswachter.transferlog.archive;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one transaction of an archive. Nothing is destroyed and no hold is placed meanwhile. Who appends waits for it a fifth of a
 * second at a time at most: what needs the log for itself is tried again and again.
 */
final class ArchiveTransaction {

    private static final String BUSY = "The log is busy with something else; nothing was done. Try again.";
    private static final int TRIES = 50;
    private static final Duration PAUSE = Duration.ofMillis(300);

    /** lock_not_available, deadlock_detected. */
    private static final Set<String> LOCKED = Set.of("55P03", "40P01");

    /** The lock of retention comes first: it takes the locks of tables in another order. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('log_retention', 0))";

    private static final String LONG = "set local lock_timeout = '5s'";
    private static final String SHORT = "set local lock_timeout = '200ms'";

    private final JdbcClient jdbc;
    private final TransactionTemplate all;
    private final TransactionTemplate part;

    ArchiveTransaction(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        JdbcTransactionManager manager = new JdbcTransactionManager(source);
        this.all = new TransactionTemplate(manager);
        this.part = new TransactionTemplate(manager);
        part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @throws ArchiveRefused when others do not let go of the log; also of what {@code work} says */
    <T> T run(Supplier<T> work) {
        try {
            return all.execute(status -> {
                jdbc.sql(LONG).update();
                jdbc.sql(ALONE).query((row, number) -> true).single();
                return work.get();
            });
        } catch (DataAccessException e) {
            if (isLocked(e)) {
                throw new ArchiveRefused(BUSY);
            }
            throw e;
        }
    }

    /** Does the last step of it, which everybody waits for: soon, or for as long as nobody minds. */
    void insist(Runnable step) {
        for (int left = TRIES; ; left--) {
            try {
                part.executeWithoutResult(status -> {
                    jdbc.sql(SHORT).update();
                    step.run();
                });
                return;
            } catch (DataAccessException e) {
                if (left == 0 || !isLocked(e)) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static boolean isLocked(DataAccessException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException cause
                && LOCKED.contains(cause.getSQLState());
    }
}
