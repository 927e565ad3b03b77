package nl.sluiswachter.support;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Runs what must happen at the same time, each on a thread of its own: the common pool may have just one. */
public final class Threads {

    private static final ExecutorService POOL = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "at-the-same-time");
        thread.setDaemon(true);
        return thread;
    });

    private Threads() {}

    /** Starts the task now. */
    public static <T> CompletableFuture<T> start(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, POOL);
    }
}
