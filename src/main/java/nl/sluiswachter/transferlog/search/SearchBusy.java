package nl.sluiswachter.transferlog.search;

/** Too many look at once for a search to have its turn; nothing is wrong with the search, and later it has its turn. */
public final class SearchBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SearchBusy() {
        super("A search did not have its turn in time");
    }
}
