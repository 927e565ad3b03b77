package nl.sluiswachter.transferlog.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables log_figures, log_recorded and log_figures_progress. */
final class FiguresTable {

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended('log_figures', 0))";
    /** Shards grow by whole batches, so everything up to the last position of a batch is there. */
    private static final String BEHIND =
            """
            select s.shard, coalesce(p.next_position, 0) first, least(last.position, coalesce(p.next_position, 0) + :most - 1) last
              from log_shard s
              left join log_figures_progress p on p.shard = s.shard
             cross join lateral (select b.last_position as position from log_batch b
                                  where b.shard = s.shard order by b.first_position desc limit 1) last
             where last.position >= coalesce(p.next_position, 0)
            """;

    private static final String COUNT =
            """
            insert into log_figures (month, exchange_type, sender, receiver, outcome, reason, transfers)
            select date_trunc('month', recorded_at at time zone 'UTC')::date, exchange_type, sender, coalesce(receiver, ''), outcome,
                   coalesce(reason, ''), count(*)
              from transfer_log
             where shard = :shard and position between :first and :last and kind = 'DECISION'
               and entry is not null and num_nulls(exchange_type, sender, outcome) = 0
             group by 1, 2, 3, 4, 5, 6
                on conflict (month, exchange_type, sender, receiver, outcome, reason)
                do update set transfers = log_figures.transfers + excluded.transfers
            """;
    private static final String COUNT_RULES =
            """
            insert into log_recorded (rule, month, entries)
            select case when kind in ('DECISION', 'DRY_RUN') then coalesce(exchange_type, kind) else kind end,
                   date_trunc('month', recorded_at at time zone 'UTC')::date, count(*)
              from transfer_log
             where shard = :shard and position between :first and :last and entry is not null
             group by 1, 2
                on conflict (rule, month) do update set entries = log_recorded.entries + excluded.entries
            """;
    private static final String PROGRESS =
            """
            insert into log_figures_progress (shard, next_position) values (:shard, :next)
                on conflict (shard) do update set next_position = excluded.next_position
            """;
    private static final String READ =
            """
            select month, exchange_type, sender, receiver, outcome, reason, transfers
              from log_figures
             where month >= :from and month < :until
               and (exchange_type = any(:open) or :viewer in (sender, receiver))
             order by month, exchange_type, sender, receiver, outcome, reason
             limit :most
            """;

    private final JdbcClient jdbc;

    FiguresTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Entries of a shard that are not counted yet, both ends included. */
    record Stretch(int shard, long first, long last) {}

    /** Keeps every other instance out until the transaction ends; false when one is at it. */
    boolean tryLock() {
        return jdbc.sql(LOCK).query(Boolean.class).single();
    }

    /** @param most entries of one shard */
    List<Stretch> behind(int most) {
        return jdbc.sql(BEHIND)
                .param("most", most)
                .query((row, number) -> new Stretch(row.getInt("shard"), row.getLong("first"), row.getLong("last")))
                .list();
    }

    void count(Stretch stretch) {
        for (String sql : List.of(COUNT, COUNT_RULES)) {
            jdbc.sql(sql)
                    .param("shard", stretch.shard())
                    .param("first", stretch.first())
                    .param("last", stretch.last())
                    .update();
        }
        jdbc.sql(PROGRESS)
                .param("shard", stretch.shard())
                .param("next", stretch.last() + 1)
                .update();
    }

    /**
     * In order of month, type and parties.
     *
     * @param open types of which everybody's figures are read; of the others only the viewer's own
     */
    List<Figure> read(YearMonth from, YearMonth to, List<String> open, Oin viewer, int most) {
        return jdbc.sql(READ)
                .param("from", from.atDay(1))
                .param("until", to.plusMonths(1).atDay(1))
                .param("open", SqlArray.of("text", open, type -> type))
                .param("viewer", viewer.value())
                .param("most", most)
                .query((row, number) -> figure(row))
                .list();
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("exchange_type"),
                new Oin(row.getString("sender")),
                Optional.of(row.getString("receiver"))
                        .filter(receiver -> !receiver.isEmpty())
                        .map(Oin::new),
                row.getString("outcome"),
                Optional.of(row.getString("reason")).filter(reason -> !reason.isEmpty()),
                row.getLong("transfers"));
    }
}
