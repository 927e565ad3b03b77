package nl.sluiswachter.consent;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down which consents and requests ran out, and stops what was still queued on them. A decision does not wait for
 * it: there the period itself counts. Any number of nodes may do this at once.
 */
public final class JdbcConsentExpiry {

    private static final int BATCH = 100;

    private final JdbcConsentEventTable table;
    private final JdbcConsentChanges changes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public JdbcConsentExpiry(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ConsentEvents events,
            WithdrawalListener withdrawals,
            Clock clock) {
        this.table = new JdbcConsentEventTable(jdbc);
        this.changes = new JdbcConsentChanges(jdbc, events, withdrawals, clock);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Each consent in a transaction of its own, until a batch brings nothing: what is busy waits for the next time. */
    public void expire() {
        boolean some;
        do {
            List<UUID> due = table.due(clock.instant(), BATCH);
            some = due.stream().filter(this::expire).count() > 0;
        } while (some);
    }

    private boolean expire(UUID id) {
        return Boolean.TRUE.equals(transaction.execute(status -> changes.expire(id)));
    }
}
