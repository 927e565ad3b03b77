package nl.sluiswachter.console.rules;

import java.util.List;

/**
 * What two versions say differently of an exchange type.
 *
 * @param kind ADDED, REMOVED or CHANGED
 * @param aspects what changed; empty for a type that is only in one of them
 */
record TypeDifference(String id, String title, Kind kind, List<Aspect> aspects) {

    TypeDifference {
        aspects = List.copyOf(aspects);
    }

    /** How they differ. */
    enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One thing that changed.
     *
     * @param where between whom; empty for the type as a whole
     * @param label what it is, in words
     * @param gone what the later version no longer says
     * @param come what it says and the earlier did not
     */
    record Aspect(String where, String label, List<String> gone, List<String> come) {}
}
