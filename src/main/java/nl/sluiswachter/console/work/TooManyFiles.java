package nl.sluiswachter.console.work;

/** No work that makes a file is taken now: those that are kept take all the room there is. */
public final class TooManyFiles extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyFiles() {
        super("Too many files are kept");
    }
}
