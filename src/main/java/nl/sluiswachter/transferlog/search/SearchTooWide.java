package nl.sluiswachter.transferlog.search;

/** Looking takes longer than one page may take; a shorter period, or a narrower search, does not. */
public final class SearchTooWide extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SearchTooWide() {
        super("A page of a search took longer than " + Pages.PATIENCE.toSeconds() + " s");
    }
}
