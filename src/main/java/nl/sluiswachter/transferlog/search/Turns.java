package nl.sluiswachter.transferlog.search;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Turns at reading much, so many at once: others need connections to the database too. */
public final class Turns {

    private final Semaphore free;
    private final Duration patience;

    /**
     * @param most at once
     * @param patience the longest that a turn is waited for
     */
    public Turns(int most, Duration patience) {
        this(new Semaphore(most, true), patience);
    }

    Turns(Semaphore free, Duration patience) {
        this.free = free;
        this.patience = patience;
    }

    /**
     * Waits for a turn, which {@link #end} gives back.
     *
     * @throws SearchBusy when it does not come in time
     */
    public void begin() {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SearchBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchBusy();
        }
    }

    /** Lets the next begin. */
    public void end() {
        free.release();
    }

    /** The longest that a turn is waited for. */
    public Duration patience() {
        return patience;
    }
}
