package nl.sluiswachter.transferlog.witness;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has every witness asked, each on a thread of its own: one that is slow or gone delays no other, and none of them the log.
 * Called again and again; returns at once.
 */
public final class WitnessRound implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessRound.class);

    private final Map<String, Asking> witnesses;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    /** @param witnesses by id */
    WitnessRound(Map<String, Asking> witnesses) {
        this.witnesses = Map.copyOf(witnesses);
        this.threads = Executors.newFixedThreadPool(Math.max(1, witnesses.size()), task -> {
            Thread thread = new Thread(task, "witness");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Asks those who are due. */
    public void turn() {
        witnesses.forEach((id, witness) -> {
            if (busy.add(id)) {
                threads.execute(() -> ask(id, witness));
            }
        });
    }

    private void ask(String id, Asking witness) {
        try {
            witness.ask();
            failing.remove(id);
        } catch (RuntimeException e) {
            if (failing.add(id)) {
                LOG.warn("A witness cannot be asked: {}", e.getClass().getSimpleName());
            }
        } finally {
            busy.remove(id);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
