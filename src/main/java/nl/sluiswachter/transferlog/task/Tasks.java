package nl.sluiswachter.transferlog.task;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much is to be done. Confidential transfers count only for whom the reviewer says. */
public final class Tasks {

    /** Counted at most, of each question. */
    public static final int MOST = 1_000;

    /** How long before its last day an obligation is shown. */
    public static final Period AHEAD = Period.ofDays(7);

    static final String SEEN = " (exchange_type = any(:open) or :viewer in (sender, coalesce(receiver, '')) or :all) ";

    private static final String COUNT =
            """
            select code, count(*) number, count(*) filter (where due < :today) late, min(due) first
              from (select code, due from task where %s and
            """
                    + SEEN
                    + """
                     order by due limit :most) as counted
             group by code order by min(due), code
            """;
    private static final String REVIEWS = COUNT.formatted("review and verdicts = 0");
    private static final String OBLIGATIONS = COUNT.formatted("not review and due between :today and :until");
    private static final String RUNNING =
            """
            select transfer_id, code, exchange_type, sender, receiver, recorded_at, due, verdicts from task
             where not review and due between :today and :until and
            """
                    + SEEN
                    + " order by due, exchange_type, sender, receiver, code, transfer_id limit :most";

    private final JdbcClient jdbc;
    private final ActiveCatalogue catalogue;

    Tasks(JdbcClient jdbc, ActiveCatalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /** Reviews without a verdict, by what they are for; the earliest first. */
    public List<Due> reviews(Reviewer reviewer, LocalDate today) {
        return count(REVIEWS, reviewer, today).query(TaskReader::due).list();
    }

    /** Obligations of which the last day comes, by code. Whether somebody met one is not in the log. */
    public List<Due> obligations(Reviewer reviewer, LocalDate today) {
        return count(OBLIGATIONS, reviewer, today)
                .param("until", today.plus(AHEAD))
                .query(TaskReader::due)
                .list();
    }

    /** The same, one by one; the earliest first. */
    public List<ReviewItem> running(Reviewer reviewer, LocalDate today, int most) {
        return seen(jdbc.sql(RUNNING), reviewer, catalogue.current())
                .param("today", today)
                .param("until", today.plus(AHEAD))
                .param("most", most)
                .query(TaskReader::item)
                .list();
    }

    private JdbcClient.StatementSpec count(String sql, Reviewer reviewer, LocalDate today) {
        return seen(jdbc.sql(sql), reviewer, catalogue.current())
                .param("today", today)
                .param("most", MOST + 1);
    }

    static JdbcClient.StatementSpec seen(JdbcClient.StatementSpec query, Reviewer reviewer, Catalogue law) {
        List<String> open = law.openTypes();
        return query.param("open", SqlArray.of("text", open, type -> type))
                .param("viewer", reviewer.oin().value())
                .param("all", reviewer.all());
    }
}
