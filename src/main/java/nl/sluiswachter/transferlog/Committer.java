package nl.sluiswachter.transferlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/**
 * Writes decisions to the log on one thread, many per transaction: the database flushes once for all that waited while
 * it was busy. A caller is answered when its own entry is durable. Several instances work next to each other, each in a
 * shard of its own.
 */
public final class Committer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final Duration IDLE = Duration.ofMillis(250);
    /** With so many already waiting there are more to come, and a short wait makes one flush of two. */
    private static final int BUSY = 4;
    /** Of a linger: how often it is looked whether more came. */
    private static final int STEPS = 10;

    private final ShardWriter writer;
    private final Bounds bounds;
    private final BlockingQueue<Waiting> queue;
    private final AtomicBoolean sweeping = new AtomicBoolean(true);
    private final Thread thread = new Thread(this::run, "log-committer");
    private volatile boolean stopped;
    private boolean unplaced;
    private long swept = System.nanoTime();

    Committer(ShardWriter writer, Bounds bounds) {
        this.writer = writer;
        this.bounds = bounds;
        this.queue = new ArrayBlockingQueue<>(bounds.queue());
    }

    /**
     * How much may wait, and how long.
     *
     * @param queue decisions that may wait at most
     * @param batch entries in one transaction at most
     * @param patience how long a decision may wait before it is being written
     * @param linger how long at most a batch waits for more, when several wait already and more keep coming
     */
    public record Bounds(int queue, int batch, Duration patience, Duration linger) {

        /** 4,096 in the queue, 256 in a batch, 2 s and 1 ms. */
        public static final Bounds DEFAULT = new Bounds(4_096, 256, Duration.ofSeconds(2), Duration.ofMillis(1));
    }

    /** Begins to write. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Writes the decision and waits until it is durable.
     *
     * @throws LogBusy when the queue is full or the oldest in it waits too long; nothing is written
     */
    Outcome append(Appending appending) {
        Waiting oldest = queue.peek();
        long now = System.nanoTime();
        if (oldest != null && now - oldest.since() > bounds.patience().toNanos()) {
            throw new LogBusy("The log does not keep up");
        }
        Waiting waiting = new Waiting(appending, now);
        if (stopped || !queue.offer(waiting)) {
            throw new LogBusy("The queue of the log is full");
        }
        return waiting.await(bounds.patience());
    }

    /** How many decisions wait. */
    int depth() {
        return queue.size();
    }

    /** Tells that events wait for their place. */
    void sweepSoon() {
        if (sweeping.compareAndSet(false, true)) {
            wake();
        }
    }

    /** Writes what still waits, then ends. */
    @Override
    public void close() {
        stopped = true;
        wake();
        try {
            thread.join(bounds.patience().multipliedBy(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped || !queue.isEmpty()) {
            try {
                turn();
            } catch (InterruptedException e) {
                stopped = true;
            } catch (RuntimeException | Error e) {
                LOG.error("The log could not be written: {}", e.getClass().getName());
                LockSupport.parkNanos(IDLE.toNanos());
            }
        }
    }

    private void turn() throws InterruptedException {
        List<Waiting> batch = next();
        if (!batch.isEmpty()) {
            commit(batch);
        }
        boolean due = System.nanoTime() - swept > IDLE.toNanos();
        if (sweeping.getAndSet(false) || batch.isEmpty() || due) {
            sweep();
            swept = System.nanoTime();
        }
    }

    /** Empty when nothing came for a while. */
    private List<Waiting> next() throws InterruptedException {
        List<Waiting> batch = new ArrayList<>();
        Waiting first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, bounds.batch() - batch.size());
            if (batch.size() >= BUSY) {
                linger(batch);
            }
        }
        batch.removeIf(waiting -> !waiting.claim());
        return batch;
    }

    /** Waits for more as long as more keeps coming: callers that were just answered come back within a moment. */
    private void linger(List<Waiting> batch) {
        long until = System.nanoTime() + bounds.linger().toNanos();
        int before = 0;
        while (batch.size() > before && batch.size() < bounds.batch() && System.nanoTime() < until) {
            before = batch.size();
            LockSupport.parkNanos(bounds.linger().dividedBy(STEPS).toNanos());
            queue.drainTo(batch, bounds.batch() - before);
        }
    }

    private void commit(List<Waiting> batch) {
        try {
            Map<UUID, Outcome> outcomes =
                    writer.write(batch.stream().map(Waiting::appending).toList());
            batch.forEach(
                    waiting -> waiting.complete(outcomes.get(waiting.appending().transferId())));
        } catch (DataAccessResourceFailureException e) {
            batch.forEach(waiting -> waiting.fail(e));
        } catch (DataAccessException e) {
            apart(batch, e);
        } catch (RuntimeException | Error e) {
            batch.forEach(waiting -> waiting.fail(e));
        }
    }

    /** A row that the database refuses fails alone: the batch is halved until it is found. */
    private void apart(List<Waiting> batch, DataAccessException cause) {
        if (batch.size() == 1) {
            batch.get(0).fail(cause);
            return;
        }
        int middle = batch.size() / 2;
        commit(batch.subList(0, middle));
        commit(batch.subList(middle, batch.size()));
    }

    /** Events can wait for their place, so an event that cannot be placed keeps no decision waiting. */
    private void sweep() {
        try {
            int moved = writer.sweep(bounds.batch(), 0);
            while (moved == bounds.batch() && queue.isEmpty()) {
                moved = writer.sweep(bounds.batch(), 0);
            }
            unplaced = false;
        } catch (DataAccessResourceFailureException | TransactionException e) {
            tellUnplaced(e);
        } catch (RuntimeException e) {
            tellUnplaced(e);
            sweepApart();
        }
    }

    /** Nor does it keep other events waiting: one by one, those that cannot be placed stay behind. */
    private void sweepApart() {
        int stuck = 0;
        for (int i = 0; i < bounds.batch() && queue.isEmpty(); i++) {
            try {
                if (writer.sweep(1, stuck) == 0) {
                    return;
                }
            } catch (DataAccessResourceFailureException | TransactionException e) {
                return;
            } catch (RuntimeException e) {
                stuck++;
            }
        }
    }

    /** Once, until they get their place again. */
    private void tellUnplaced(RuntimeException cause) {
        if (!unplaced) {
            LOG.error(
                    "Events were not given their place in the log: {}",
                    cause.getClass().getName());
        }
        unplaced = true;
    }

    private void wake() {
        Waiting nobody = new Waiting(null, System.nanoTime());
        nobody.claim();
        queue.offer(nobody);
    }
}
