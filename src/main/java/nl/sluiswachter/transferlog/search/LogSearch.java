package nl.sluiswachter.transferlog.search;

import java.util.List;
import java.util.Optional;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.kernel.Oin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches all entries, the newest first, for somebody who states a ground. */
public final class LogSearch {

    private final Pages pages;
    private final Visibility visibility;

    public LogSearch(JdbcClient jdbc, ActiveCatalogue catalogue) {
        this(new Pages(jdbc), new Visibility(jdbc, catalogue));
    }

    LogSearch(Pages pages, Visibility visibility) {
        this.pages = pages;
        this.visibility = visibility;
    }

    /**
     * What fits and may be seen; what may not be seen is as if it were not there.
     *
     * @param viewer sees confidential transfers of its own
     * @param ground may open those of others
     * @throws SearchTooWide when it takes too long
     */
    public Page find(LogFilter filter, Oin viewer, Ground ground, Optional<Place> from, int limit) {
        return pages.read(
                () -> sources(filter, viewer, ground),
                new Sight(found -> visibility.isSeen(found, viewer, ground), filter::fits),
                Order.NEWEST_FIRST,
                from,
                limit);
    }

    /** Where a search looks. */
    List<Source> sources(LogFilter filter, Oin viewer, Ground ground) {
        List<Source> sources = FilterSources.of(filter);
        sources.forEach(source -> visibility.narrow(source, viewer, ground));
        return sources;
    }
}
