package nl.sluiswachter.console.work;

/** What is made does not fit into one file, or cannot be made at once: whoever asked for it has to ask for less. */
public final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooLarge() {
        super("A file of work has at most " + WorkPieces.MOST + " pieces");
    }
}
