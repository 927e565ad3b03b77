package nl.sluiswachter.console.work;

/** How far work is. */
public enum WorkState {
    /** A node works on it, or will in a moment. */
    RUNNING,
    /** There is a result. */
    DONE,
    /** It failed; the log of the node says why. */
    FAILED,
    /** Somebody stopped it, or it took too long. */
    CANCELLED,
    /** The node that worked on it went away. */
    BROKEN_OFF
}
