package nl.sluiswachter.console.work;

/** No more work is taken now: of this officer, or on this node. */
public final class TooMuchWork extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooMuchWork() {
        super("Too much work is under way");
    }
}
