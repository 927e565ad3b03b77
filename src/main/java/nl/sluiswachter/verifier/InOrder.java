package nl.sluiswachter.verifier;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/** Works on the numbered parts of something on several threads, and hands over each part in its order. Holds few at a time. */
final class InOrder<P> implements Closeable {

    private final ExecutorService threads;
    private final int ahead;
    private final LongFunction<P> work;
    private final long parts;
    private final Deque<Future<P>> begun = new ArrayDeque<>();
    private long next;

    /** @param parts how many there are */
    InOrder(int threads, long parts, LongFunction<P> work) {
        this.threads = Executors.newFixedThreadPool(threads);
        this.ahead = threads + 1;
        this.parts = parts;
        this.work = work;
    }

    /** The next part; null after the last. */
    P next() throws IOException {
        while (next < parts && begun.size() < ahead) {
            begun.add(submit(next++));
        }
        try {
            return begun.isEmpty() ? null : begun.remove().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof VirtualMachineError error) {
                throw error; // no memory left, say: not what is wrong with the log
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreadable("The reading was interrupted.");
        }
    }

    private Future<P> submit(long part) {
        return threads.submit(() -> work.apply(part));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
