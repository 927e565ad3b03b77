package nl.sluiswachter.transferlog.search;

import java.util.List;
import java.util.Optional;

/**
 * Some of what was found. It may be shorter than was asked for, and even empty, while there is more: a page has a bound on
 * what is looked through for it.
 *
 * @param next where the next page starts; empty at the end
 */
public record Page(List<Found> entries, Optional<Place> next) {

    public Page {
        entries = List.copyOf(entries);
    }
}
