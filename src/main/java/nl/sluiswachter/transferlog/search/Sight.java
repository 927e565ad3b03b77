package nl.sluiswachter.transferlog.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What of the entries that were read is shown.
 *
 * @param seen whether it may be known at all
 * @param fits whether it is what was looked for, as far as no index tells
 * @param before is given all that one statement read, before any of it is asked about: so that what that takes is asked at once
 */
public record Sight(Predicate<Found> seen, Predicate<Found> fits, Optional<Consumer<List<Found>>> before) {

    /** All that was found. */
    static final Sight ALL = new Sight(found -> true, found -> true);

    Sight(Predicate<Found> seen, Predicate<Found> fits) {
        this(seen, fits, Optional.empty());
    }

    /**
     * Where it takes reading an entry to know whether it may be told.
     *
     * @param before as below
     */
    public static Sight judging(Consumer<List<Found>> before, Predicate<Found> seen) {
        return new Sight(seen, found -> true, Optional.of(before));
    }
}
