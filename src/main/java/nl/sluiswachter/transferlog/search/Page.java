package nl.sluiswachter.transferlog.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.transferlog.LogDamaged;

/**
 * Some of what was found. It may be shorter than was asked for, and even empty, while there is more: a page has a bound on
 * what is looked through for it.
 *
 * @param hidden what was passed and may not be known, up to where the next page starts; for who must account for it
 * @param next where the next page starts; empty at the end
 */
public record Page(List<Found> entries, List<Found> hidden, Optional<Place> next) {

    public Page {
        entries = List.copyOf(entries);
        hidden = List.copyOf(hidden);
    }

    /** Of its entries that were damaged, for the alarm. */
    public List<LogDamaged> damage() {
        return Found.damage(entries);
    }

    /** Up to when was looked, where the page ended before it was full; empty when it is full or the last. */
    public Optional<Instant> stoppedAt(int limit) {
        return next.filter(place -> entries.size() < limit).map(Place::at);
    }
}
