package nl.sluiswachter.activation;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.sluiswachter.catalogue.CatalogueSwitch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a node look regularly which catalogue is in force. Not a route: routes can be taken away, and a node that does not
 * look goes on with old law until its next decision waits for a look.
 */
public final class CatalogueWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueWatch.class);

    private final CatalogueSwitch law;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "catalogue-watch");
        thread.setDaemon(true);
        return thread;
    });

    private CatalogueWatch(CatalogueSwitch law) {
        this.law = law;
    }

    /** Looks from now on, with this pause between two looks. */
    public static CatalogueWatch start(CatalogueSwitch law, Duration pause) {
        CatalogueWatch watch = new CatalogueWatch(law);
        long millis = pause.toMillis();
        watch.timer.scheduleWithFixedDelay(watch::look, millis, millis, TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        try {
            String before = law.doubt().orElse("");
            if (law.look()) {
                LOG.info("Activation {} of a catalogue is in force on this node", law.activation());
            }
            law.doubt().filter(doubt -> !doubt.equals(before)).ifPresent(doubt -> LOG.error("{}", doubt));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Which catalogue is in force could not be read: {}",
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
