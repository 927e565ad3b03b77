package nl.sluiswachter.console.work;

import java.util.UUID;

/** Gets to know how far work is. */
public interface Steps {

    /** By which the work is found. */
    UUID work();

    /** How many steps there are. */
    void total(long steps);

    /**
     * How many were done so far.
     *
     * @throws Stopped when it shall go no further
     */
    void done(long steps);
}
