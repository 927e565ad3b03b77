package nl.sluiswachter.transferlog.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads entries page by page, by their place (keyset paging): the last page costs no more than the first. What may not be seen
 * counts for nothing: the page, where it ends and whether there is more are those of a log without it.
 */
final class Pages {

    /** The most entries that are looked through for one page, of those that may be seen. */
    static final int MOST_LOOKED_AT = 5_000;

    /** The longest time for one page: that of one statement, and of all together. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** After the first try, which takes what is asked for. */
    static final int MOST_AT_ONCE = 1_000;

    /**
     * On the first try where only reading tells what may be known: four pages of a report, so that one about whom up to 299 entries
     * are hidden takes no more statements than one about whom nothing is.
     */
    static final int JUDGED_AT_ONCE = 400;

    private static final String SQL =
            """
            select %s, place.fits
              from (select distinct on (places.recorded_at, places.shard, places.position) *
                      from (%s) as places order by %s limit %d) as place
             order by %s
            """;

    private final JdbcClient jdbc;
    private final Turns turns;
    private final EntryReader reader = new EntryReader();

    /**
     * @param jdbc that gives up on a statement after {@link #PATIENCE}; see {@link #patient}
     * @param most statements at once: others need connections to the database too
     */
    Pages(JdbcClient jdbc, int most) {
        this(jdbc, new Turns(most, PATIENCE));
    }

    /** @param turns of each statement; one page takes no longer than a turn is waited for */
    Pages(JdbcClient jdbc, Turns turns) {
        this.jdbc = jdbc;
        this.turns = turns;
    }

    /** A client of the same database whose statements are stopped after {@link #PATIENCE}. */
    static JdbcClient patient(DataSource source) {
        return patient(source, PATIENCE);
    }

    static JdbcClient patient(DataSource source, Duration patience) {
        JdbcTemplate template = new JdbcTemplate(source);
        template.setQueryTimeout(Math.toIntExact(patience.toSeconds()));
        return JdbcClient.create(template);
    }

    /** A place that was read, with what stands there where that was asked for. */
    record Row(Place place, boolean fits, Optional<Found> found) {}

    /**
     * One page.
     *
     * @param sources where to look; made anew for each query
     * @param limit most entries of the page
     * @throws SearchTooWide when it takes longer than {@link #PATIENCE}
     * @throws SearchBusy when it would not, but for waiting for its turn
     */
    Page read(Supplier<List<Source>> sources, Sight sight, Order order, Optional<Place> from, int limit) {
        Watch watch = new Watch();
        PageMaker page = new PageMaker(sight, from, limit);
        Optional<Place> after = from;
        int most = sight.before().isPresent() ? JUDGED_AT_ONCE : Math.min(limit, MOST_LOOKED_AT) + 1;
        while (true) {
            List<Row> rows = some(sources.get(), order, after, most, watch);
            sight.before()
                    .ifPresent(known -> known.accept(
                            rows.stream().flatMap(row -> row.found().stream()).toList()));
            for (Row row : rows) {
                if (page.isCompleteWith(row)) {
                    return page.withMore();
                }
            }
            if (rows.size() < most) {
                return page.last();
            }
            watch.check(turns.patience());
            after = Optional.of(rows.get(rows.size() - 1).place());
            most = MOST_AT_ONCE;
        }
    }

    /** Each source by its own index and no more than a page of it; of what is passed over only the place is told. */
    static String sql(List<Source> sources, Order order, int most) {
        String places =
                sources.stream().map(source -> source.sql(order, most)).collect(Collectors.joining(" union all "));
        return SQL.formatted(EntryReader.COLUMNS, places, order.by("places"), most, order.by("place"));
    }

    private List<Row> some(List<Source> sources, Order order, Optional<Place> after, int most, Watch watch) {
        after.ifPresent(place -> sources.forEach(source -> source.after(order)));
        JdbcClient.StatementSpec query = jdbc.sql(sql(sources, order, most));
        for (Source source : sources) {
            source.parameters().forEach(query::param);
        }
        after.ifPresent(place -> query.param("at", place.at().atOffset(ZoneOffset.UTC))
                .param("shard", place.shard())
                .param("position", place.position()));
        watch.waited(turns::begin);
        try {
            return query.query(this::row).list();
        } catch (QueryTimeoutException e) {
            throw new SearchTooWide();
        } finally {
            turns.end();
        }
    }

    /** How long one page takes, and how much of that it only waited for its turn. */
    private static final class Watch {

        private final long start = System.nanoTime();
        private long waited;

        void waited(Runnable turn) {
            long before = System.nanoTime();
            turn.run();
            waited += System.nanoTime() - before;
        }

        void check(Duration patience) {
            long spent = System.nanoTime() - start;
            if (spent - waited > patience.toNanos()) {
                throw new SearchTooWide();
            }
            if (spent > patience.toNanos()) {
                throw new SearchBusy();
            }
        }
    }

    private Row row(ResultSet row, int number) throws SQLException {
        Optional<Found> found = row.getBoolean("read") ? Optional.of(reader.read(row, number)) : Optional.empty();
        return new Row(EntryReader.place(row), row.getBoolean("fits"), found);
    }
}
