package nl.sluiswachter.demo;

import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells on the console what the start is doing, with the seconds since it began. */
final class DemoProgress implements ProgressListener {

    private static final Logger LOG = LoggerFactory.getLogger(DemoProgress.class);
    private static final double MILLIS = 1000.0;

    @Override
    public void begins(String step) {
        LOG.info("{}", "%6.1f s  %s".formatted(seconds(), step));
    }

    /** Seconds since the process started. */
    static double seconds() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS;
    }
}
