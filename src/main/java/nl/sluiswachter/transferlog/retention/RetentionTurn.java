package nl.sluiswachter.transferlog.retention;

import java.time.Duration;
import java.util.Optional;
import nl.sluiswachter.transferlog.sql.Age;
import nl.sluiswachter.transferlog.tree.CheckpointTable;

/** What the route of that name does every hour. */
public final class RetentionTurn {

    private static final int AT_ONCE = 10_000;
    private static final int MOST_TIMES = 100;

    /** Longer than this something is wrong: an hour is usual, and a run that has much to destroy takes some. */
    private static final Duration ALARMING = Duration.ofDays(1);

    private final Retention retention;
    private final CheckpointTable checkpoints;
    private final boolean automatic;

    /** @param automatic false when only the command destroys entries */
    RetentionTurn(Retention retention, CheckpointTable checkpoints, boolean automatic) {
        this.retention = retention;
        this.checkpoints = checkpoints;
        this.automatic = automatic;
    }

    /** Lets old checkpoints go that others stand for, and destroys what is due, on one instance at a time. */
    public void turn() {
        for (int times = 0; times < MOST_TIMES && checkpoints.thin(AT_ONCE) == AT_ONCE; times++) {
            // on, until there are no more
        }
        if (automatic) {
            retention.destroyDue();
        }
    }

    /** What keeps entries from being destroyed, in a few words; empty when they are, or wait for the command. */
    public Optional<String> complaint() {
        return automatic ? Age.complaint(retention.age(), ALARMING) : Optional.empty();
    }
}
