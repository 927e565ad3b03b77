package nl.sluiswachter.transferlog.tree;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the tree up with the log and its checkpoints up with the tree. Called again and again; says once that it fails. */
public final class Sequencer {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    private final Integrator integrator;
    private final Publisher publisher;
    private volatile String failure = "";
    private volatile boolean changed;
    private volatile boolean begun;

    public Sequencer(Integrator integrator, Publisher publisher) {
        this.integrator = integrator;
        this.publisher = publisher;
    }

    /** Gives new entries their leaves and publishes the tree they are in. */
    public void turn() {
        try {
            if (!begun) {
                publisher.begin(); // before the first entry has a leaf
                begun = true;
            }
            integrator.integrate();
            publisher.publish();
            if (!failure.isEmpty()) {
                LOG.info("The transfer log is published again");
                failure = "";
            }
        } catch (RuntimeException e) {
            changed = e instanceof SignerRefusal || e instanceof TreeDamaged;
            String now = changed ? e.getMessage() : e.getClass().getSimpleName();
            if (!now.equals(failure)) {
                failure = now;
                LOG.error("The transfer log is not published: {}", now);
            }
        }
    }

    /** What keeps the log from being published; empty when nothing does. */
    public String failure() {
        return failure;
    }

    /** Whether that is what is stored: it is not what it was, or not what was signed last. */
    public boolean looksChanged() {
        return !failure.isEmpty() && changed;
    }
}
