package nl.sluiswachter.transferlog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills a page with what is read, in order, and knows where it ends. */
final class PageMaker {

    private final Sight sight;
    private final int limit;
    private final List<Found> entries = new ArrayList<>();
    private final List<Found> hidden = new ArrayList<>();
    /** Hidden since the last place that may be seen: they belong to the next page when this one ends there. */
    private final List<Found> justHidden = new ArrayList<>();

    private Optional<Place> end;
    private int looked;

    PageMaker(Sight sight, Optional<Place> from, int limit) {
        this.sight = sight;
        this.end = from;
        this.limit = limit;
    }

    /** Takes what was read next; true when it is not for this page any more. */
    boolean isCompleteWith(Pages.Row row) {
        if (row.found().filter(found -> !sight.seen().test(found)).isPresent()) {
            justHidden.addAll(row.found().stream().toList());
            return false;
        }
        boolean fits = row.fits() && row.found().filter(sight.fits()).isPresent();
        if (looked == Pages.MOST_LOOKED_AT || fits && entries.size() == limit) {
            return true;
        }
        looked++;
        hidden.addAll(justHidden);
        justHidden.clear();
        end = Optional.of(row.place());
        if (fits) {
            entries.add(row.found().get());
        }
        return false;
    }

    /** The page, where the next one begins after the last place that may be seen. */
    Page withMore() {
        return new Page(entries, hidden, end);
    }

    /** The page, where nothing comes after it. */
    Page last() {
        hidden.addAll(justHidden);
        return new Page(entries, hidden, Optional.empty());
    }
}
