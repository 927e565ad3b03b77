package nl.sluiswachter.transferlog.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table log_obliged, and the reviews of table task, which are few. */
final class ObligedTable {

    /** A task is written together with its entry, so what is to be counted is there. */
    private static final String COUNT =
            """
            insert into log_obliged (month, exchange_type, sender, receiver, code, transfers)
            select date_trunc('month', l.recorded_at at time zone 'UTC')::date, t.exchange_type, t.sender,
                   coalesce(t.receiver, ''), t.code, count(*)
              from transfer_log l
              join task t on t.transfer_id = l.transfer_id and not t.review
             where l.shard = :shard and l.position between :first and :last and l.kind = 'DECISION' and l.entry is not null
             group by 1, 2, 3, 4, 5
                on conflict (month, exchange_type, sender, receiver, code)
                do update set transfers = log_obliged.transfers + excluded.transfers
            """;

    /** In three parts, each by an index of its own. */
    static final String WITH =
            """
            with reviews as (
                select date_trunc('month', recorded_at at time zone 'UTC')::date as month, exchange_type, sender,
                       coalesce(receiver, '') as receiver, code, 0 as done, (due < :today)::int as late
                  from task where review and verdicts = 0
                union all
                select date_trunc('month', recorded_at at time zone 'UTC')::date, exchange_type, sender,
                       coalesce(receiver, ''), code, 1, 0
                  from task where review and verdicts > 0 and recorded_at >= cast(:from as date) - 1
            ), obliged as (
                select month, exchange_type, sender, receiver, code, false as review, transfers, 0 as done, 0 as late
                  from log_obliged
                union all
                select month, exchange_type, sender, receiver, code, true, count(*), sum(done), sum(late)
                  from reviews group by 1, 2, 3, 4, 5)
            """;

    private static final String READ = WITH
            + """
            select * from obliged
             where %s
             order by month, exchange_type, sender, receiver, code
             limit :most
            """
                    .formatted(FiguresTable.OPEN);

    private final JdbcClient jdbc;

    ObligedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void count(Stretch stretch) {
        jdbc.sql(COUNT)
                .param("shard", stretch.shard())
                .param("first", stretch.first())
                .param("last", stretch.last())
                .update();
    }

    /**
     * In order of month, type and parties.
     *
     * @param open types of which they are read
     * @param today a review whose last day is before it is late
     */
    List<Obliged> read(FigureQuery query, List<String> open, LocalDate today, int most) {
        return FiguresTable.asked(jdbc.sql(READ), query, open, most)
                .param("today", today)
                .query((row, number) -> obliged(row))
                .list();
    }

    private static Obliged obliged(ResultSet row) throws SQLException {
        return new Obliged(
                YearMonth.from(row.getObject("month", LocalDate.class)), FiguresTable.exchange(row), due(row));
    }

    static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getString("code"),
                row.getBoolean("review"),
                row.getLong("transfers"),
                row.getLong("done"),
                row.getLong("late"));
    }
}
