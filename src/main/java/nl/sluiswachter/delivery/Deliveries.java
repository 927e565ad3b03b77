package nl.sluiswachter.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Tells how far messages have come. */
public final class Deliveries {

    private static final Duration FIRST_LOOK = Duration.ofMillis(20);
    private static final Duration LONGEST_LOOK = Duration.ofMillis(250);

    private final DeliveryTable table;
    private final Duration longestWait;

    /** @param longestWait bound on any {@link #await} */
    Deliveries(DeliveryTable table, Duration longestWait) {
        this.table = table;
        this.longestWait = longestWait;
    }

    /** The status of a transfer's message; empty when the transfer has none, such as a refused one. */
    public Optional<DeliveryStatus> status(UUID transferId) {
        return table.status(transferId);
    }

    /**
     * Waits until the message is no longer queued, for at most the given time ({@code Prefer: wait}, RFC 7240), looking
     * ever less often. Holds no connection and no transaction while it waits; an interrupt ends the wait.
     *
     * @return the last status seen
     */
    public Optional<DeliveryStatus> await(UUID transferId, Duration atMost) {
        Duration wait = atMost.compareTo(longestWait) < 0 ? atMost : longestWait;
        long end = System.nanoTime() + wait.toNanos();
        long pause = FIRST_LOOK.toNanos();
        Optional<DeliveryStatus> status = status(transferId);
        while (isQueued(status)
                && end - System.nanoTime() > 0
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, Math.min(pause, end - System.nanoTime()));
            pause = Math.min(2 * pause, LONGEST_LOOK.toNanos());
            status = status(transferId);
        }
        return status;
    }

    private static boolean isQueued(Optional<DeliveryStatus> status) {
        return status.filter(s -> s.state() == DeliveryState.QUEUED).isPresent();
    }
}
