package nl.sluiswachter.console.work;

/** Work shall go no further; nothing went wrong. */
public final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Stopped() {
        super("The work was stopped", null, false, false);
    }
}
