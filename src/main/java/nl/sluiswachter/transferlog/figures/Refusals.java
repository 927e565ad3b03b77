package nl.sluiswachter.transferlog.figures;

import java.time.LocalDate;
import java.util.List;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which refusals rise, from what was counted. Confidential types do not count. */
public final class Refusals {

    /** Fewer in a week are chance. */
    static final int FEWEST = 5;

    /** So many times the average of before is a rise. */
    static final double RISE = 1.5;

    private static final String RISING =
            """
            select * from (
              select reason, coalesce(sum(transfers) filter (where day > :week), 0) as week,
                     coalesce(sum(transfers) filter (where day <= :week), 0) / 4.0 as before
                from log_refused
               where day > :start and day <= :today and exchange_type = any(:open)
               group by reason) as reasons
             where week >= :fewest and week >= before * :rise
             order by week - before desc, reason limit :most
            """;

    private final JdbcClient jdbc;
    private final ActiveCatalogue catalogue;

    public Refusals(JdbcClient jdbc, ActiveCatalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /** The steepest first. */
    public List<Rise> rising(LocalDate today, int most) {
        return jdbc.sql(RISING)
                .param("today", today)
                .param("week", today.minusWeeks(1))
                .param("start", today.minusWeeks(5))
                .param("open", SqlArray.of("text", catalogue.current().openTypes(), type -> type))
                .param("fewest", FEWEST)
                .param("rise", RISE)
                .param("most", most)
                .query((row, number) -> new Rise(row.getString("reason"), row.getLong("week"), row.getDouble("before")))
                .list();
    }
}
