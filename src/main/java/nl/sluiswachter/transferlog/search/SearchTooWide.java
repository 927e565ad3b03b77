package nl.sluiswachter.transferlog.search;

/** Looking, or adding up, takes longer than one page may take; a shorter period, or a narrower search, does not. */
public final class SearchTooWide extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SearchTooWide() {
        super("A page took longer than " + Pages.PATIENCE.toSeconds() + " s");
    }
}
