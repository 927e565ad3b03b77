package nl.sluiswachter.transferlog.search;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads entries page by page, by their place (keyset paging): the last page costs no more than the first. */
final class Pages {

    /** The most entries that are looked through for one page. */
    static final int MOST_LOOKED_AT = 5_000;

    /** After the first try, which takes what is asked for. */
    private static final int MOST_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final EntryReader reader = new EntryReader();

    Pages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param sources where to look; made anew for each query
     * @param wanted what no index can tell
     * @param limit most entries of the page
     */
    Page read(Supplier<List<Source>> sources, Predicate<Found> wanted, Order order, Optional<Place> from, int limit) {
        List<Found> page = new ArrayList<>();
        Optional<Place> after = from;
        int most = limit + 1;
        for (int seen = 0; seen < MOST_LOOKED_AT; seen += most, most = MOST_AT_ONCE) {
            List<Found> some = some(sources.get(), order, after, most);
            for (Found found : some) {
                boolean isWanted = wanted.test(found);
                if (isWanted && page.size() == limit) {
                    return new Page(page, after);
                }
                if (isWanted) {
                    page.add(found);
                }
                after = Optional.of(found.place());
            }
            if (some.size() < most) {
                return new Page(page, Optional.empty());
            }
        }
        return new Page(page, after);
    }

    /** First the places, each source by its own index and no more than a page of them; then what stands there. */
    static String sql(List<Source> sources, Order order) {
        String places = sources.stream().map(source -> source.sql(order)).collect(Collectors.joining(" union "));
        return "select " + EntryReader.COLUMNS + " from (" + places
                + ") as place join transfer_log l using (recorded_at, shard, position) order by " + order.by("l")
                + " limit :most";
    }

    private List<Found> some(List<Source> sources, Order order, Optional<Place> after, int most) {
        after.ifPresent(
                place -> sources.forEach(source -> source.and(order.after(source.isAboutASubject() ? "s" : "l"))));
        JdbcClient.StatementSpec query = jdbc.sql(sql(sources, order)).param("most", most);
        for (Source source : sources) {
            source.parameters().forEach(query::param);
        }
        after.ifPresent(place -> query.param("at", place.at().atOffset(ZoneOffset.UTC))
                .param("shard", place.shard())
                .param("position", place.position()));
        return query.query(reader::read).list();
    }
}
