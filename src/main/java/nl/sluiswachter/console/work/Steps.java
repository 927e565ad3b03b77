package nl.sluiswachter.console.work;

/** Gets to know how far work is. */
public interface Steps {

    /** How many steps there are. */
    void total(long steps);

    /**
     * How many were done so far.
     *
     * @throws Stopped when it shall go no further
     */
    void done(long steps);
}
