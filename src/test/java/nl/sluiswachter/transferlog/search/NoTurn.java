package nl.sluiswachter.transferlog.search;

/** What a search ends with that has no turn. */
public final class NoTurn {

    private NoTurn() {}

    public static SearchBusy failure() {
        return new SearchBusy();
    }
}
