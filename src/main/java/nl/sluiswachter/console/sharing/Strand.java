package nl.sluiswachter.console.sharing;

/**
 * What goes between two places in columns beside each other.
 *
 * @param kind shared, refused or unused
 */
record Strand(String from, String to, Kind kind, long times) {

    /** In the order in which they lie on each other. */
    enum Kind {
        SHARED,
        UNUSED,
        REFUSED
    }
}
