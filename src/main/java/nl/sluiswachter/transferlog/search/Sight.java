package nl.sluiswachter.transferlog.search;

import java.util.function.Predicate;

/**
 * What of the entries that were read is shown.
 *
 * @param seen whether it may be known at all
 * @param fits whether it is what was looked for, as far as no index tells
 */
record Sight(Predicate<Found> seen, Predicate<Found> fits) {

    /** All that was found. */
    static final Sight ALL = new Sight(found -> true, found -> true);
}
