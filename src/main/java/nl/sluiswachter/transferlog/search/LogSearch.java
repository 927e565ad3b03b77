package nl.sluiswachter.transferlog.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.kernel.Oin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches all entries, the newest first, for somebody who states a ground. */
public final class LogSearch {

    /** Scalar, so that the index of cases serves it. */
    private static final String OF_SAME_CASE =
            """
            l.case_key = (select c.case_key from transfer_log c
                           where c.transfer_id = :known and c.case_key is not null limit 1)
            """;

    private final Pages pages;
    private final Visibility visibility;

    public LogSearch(JdbcClient jdbc, ActiveCatalogue catalogue) {
        this(new Pages(jdbc, 1), new Visibility(jdbc, catalogue));
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
     * @throws SearchBusy when it has no turn in time
     */
    public Page find(LogFilter filter, Oin viewer, Ground ground, Optional<Place> from, int limit) {
        return pages.read(
                () -> sources(filter, viewer, ground),
                new Sight(found -> visibility.isSeen(found, viewer, ground), filter::fits),
                Order.NEWEST_FIRST,
                from,
                limit);
    }

    /** How many came after a place, of what fits and may be seen; no more than are asked for. */
    public int newer(LogFilter filter, Oin viewer, Ground ground, Place than, int most) {
        Sight sight = new Sight(found -> visibility.isSeen(found, viewer, ground), filter::fits);
        return pages.read(() -> sources(filter, viewer, ground), sight, Order.OLDEST_FIRST, Optional.of(than), most)
                .entries()
                .size();
    }

    /**
     * How far back it has to be looked for what fits and may be seen, at the cost of one page: the oldest of it, or a place before
     * it. Empty where there is none.
     *
     * @throws SearchTooWide when it takes too long
     * @throws SearchBusy when it has no turn in time
     */
    public Optional<Place> oldest(LogFilter filter, Oin viewer, Ground ground) {
        Sight sight = new Sight(found -> visibility.isSeen(found, viewer, ground), filter::fits);
        Page first = pages.read(() -> sources(filter, viewer, ground), sight, Order.OLDEST_FIRST, Optional.empty(), 1);
        return first.entries().stream().findFirst().map(Found::place).or(first::next);
    }

    /** Decisions on other transfers of the case that this one belongs to, the newest first; none where it names no case. */
    public Page ofSameCase(UUID transferId, Oin viewer, Ground ground, int limit) {
        return pages.read(
                () -> List.of(narrowed(sameCase(transferId), viewer, ground)),
                new Sight(found -> visibility.isSeen(found, viewer, ground), found -> true),
                Order.NEWEST_FIRST,
                Optional.empty(),
                limit);
    }

    /** Where others of the case of a transfer are looked for. */
    static Source sameCase(UUID transferId) {
        return Source.log()
                .and(OF_SAME_CASE)
                .with("known", transferId)
                .and("l.transfer_id <> :known")
                .and("l.kind = 'DECISION'");
    }

    private Source narrowed(Source source, Oin viewer, Ground ground) {
        visibility.narrow(source, viewer, ground);
        return source;
    }

    /** Where a search looks. */
    List<Source> sources(LogFilter filter, Oin viewer, Ground ground) {
        List<Source> sources = FilterSources.of(filter);
        sources.forEach(source -> narrowed(source, viewer, ground));
        return sources;
    }
}
