package nl.sluiswachter.support;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** Counts what threads that answer requests send to the database, as the driver itself tells it; other threads do not count. */
public final class Statements {

    /** Kept here, because the JDK forgets a logger that nobody holds. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private static final String OF_REQUESTS = "-exec-";

    private static final int TIMES = 3;

    private Statements() {}

    /** How many were sent while the work was done. */
    public static int during(Runnable work) {
        Counter counter = new Counter();
        Level before = DRIVER.getLevel();
        boolean parents = DRIVER.getUseParentHandlers();
        DRIVER.setUseParentHandlers(false);
        DRIVER.addHandler(counter);
        DRIVER.setLevel(Level.FINEST);
        try {
            work.run();
        } finally {
            DRIVER.setLevel(before);
            DRIVER.removeHandler(counter);
            DRIVER.setUseParentHandlers(parents);
        }
        return counter.count.get();
    }

    /**
     * How many a request sends by itself, as the least of some times: now and then the session is told that it was used, and a
     * connection that stood idle is asked whether it still lives.
     */
    public static int ofItself(Runnable request) {
        return IntStream.range(0, TIMES).map(time -> during(request)).min().orElseThrow();
    }

    private static final class Counter extends Handler {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void publish(LogRecord told) {
            boolean sent = told.getMessage().contains("FE=> Execute")
                    || told.getMessage().contains("FE=> SimpleQuery");
            if (sent && Thread.currentThread().getName().contains(OF_REQUESTS)) {
                count.incrementAndGet();
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
