package nl.sluiswachter.transferlog;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A decision in the queue, and the thread that waits for it. */
final class Waiting {

    private final Appending appending;
    private final long since;
    private final CompletableFuture<Outcome> done = new CompletableFuture<>();
    private final AtomicBoolean claimed = new AtomicBoolean();

    /** @param since when it was queued, as {@link System#nanoTime()} */
    Waiting(Appending appending, long since) {
        this.appending = appending;
        this.since = since;
    }

    Appending appending() {
        return appending;
    }

    long since() {
        return since;
    }

    /** True for the first who asks: either it is written, or its thread gave up, never both. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    void complete(Outcome outcome) {
        done.complete(outcome);
    }

    void fail(Throwable cause) {
        done.completeExceptionally(cause);
    }

    /**
     * Waits until it is durable.
     *
     * @param patience how long it may wait before its writing begins
     * @throws LogBusy when that did not suffice; it will not be written any more
     */
    Outcome await(Duration patience) {
        try {
            return done.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            if (claim()) {
                throw new LogBusy("The log did not begin to write in time");
            }
            return join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (claim()) {
                throw new LogBusy("Interrupted while waiting for the log");
            }
            return join();
        } catch (ExecutionException e) {
            return join();
        }
    }

    private Outcome join() {
        try {
            return done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
