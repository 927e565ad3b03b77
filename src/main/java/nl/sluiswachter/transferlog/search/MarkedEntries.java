package nl.sluiswachter.transferlog.search;

import java.util.List;
import nl.sluiswachter.transferlog.MarkedBatches;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds what was found against the batches of the gateway, where something is decided by it: the hash beside an entry is not enough. */
final class MarkedEntries {

    private static final String BATCHES =
            """
            select l.number, l.shard, l.position, %s
              from unnest(:shards, :positions) with ordinality as l (shard, position, number) %s order by l.number
            """
                    .formatted(MarkedBatches.COLUMNS, MarkedBatches.JOIN);

    private final JdbcClient jdbc;
    private final MarkedBatches batches;

    MarkedEntries(JdbcClient jdbc, MarkedBatches batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The same, with what no gateway wrote there as damaged; not what is hidden. */
    Page of(Page page) {
        return new Page(of(page.entries()), page.hidden(), page.next());
    }

    /**
     * The same page, for whoever must not leave anything out.
     *
     * @throws nl.sluiswachter.transferlog.LogDamaged when no gateway wrote one of its entries
     */
    Page whole(Page page) {
        of(page.entries()).forEach(Found::whole);
        return page;
    }

    /** The same, with what no gateway wrote there as damaged, in one query: also for nothing, so that nobody learns by it what is hidden. */
    List<Found> of(List<Found> found) {
        return jdbc.sql(BATCHES)
                .param("shards", SqlArray.of("int4", found, one -> one.place().shard()))
                .param("positions", SqlArray.of("int8", found, one -> one.place()
                        .position()))
                .query((row, number) -> {
                    Found one = found.get(number);
                    return batches.names(row, one.hash()) ? one : one.damaged();
                })
                .list();
    }
}
