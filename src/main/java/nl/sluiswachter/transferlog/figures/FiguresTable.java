package nl.sluiswachter.transferlog.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.sql.Age;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables log_figures, log_acknowledged, log_recorded and log_figures_progress. */
final class FiguresTable {

    /** Nor does it wait long for a row that somebody keeps. */
    private static final String LOCK =
            """
            select pg_try_advisory_xact_lock(hashtextextended('log_figures', 0)) from set_config('lock_timeout', '5s', true)
            """;
    /** Of the oldest batch with something that is not counted; no batch has more than 1,024 positions. */
    private static final String AGE =
            """
            select extract(epoch from clock_timestamp() - min(b.written_at))
              from log_shard s
              left join log_figures_progress p on p.shard = s.shard
             cross join lateral (select b.written_at from log_batch b
                                  where b.shard = s.shard and b.first_position > coalesce(p.next_position, 0) - 1024
                                    and b.last_position >= coalesce(p.next_position, 0)
                                  order by b.first_position limit 1) b
            """;
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
    /** A message expires long before a year is over, so its decision is no older; that spares looking in every month. */
    private static final String COUNT_ACKNOWLEDGED =
            """
            insert into log_acknowledged (month, exchange_type, sender, receiver, within, transfers)
            select date_trunc('month', d.recorded_at at time zone 'UTC')::date, d.exchange_type, d.sender, d.receiver,
                   case when a.recorded_at - d.recorded_at <= interval '1 minute' then 'MINUTE'
                        when a.recorded_at - d.recorded_at <= interval '1 hour' then 'HOUR'
                        when a.recorded_at - d.recorded_at <= interval '1 day' then 'DAY'
                        when a.recorded_at - d.recorded_at <= interval '7 days' then 'WEEK'
                        else 'LONGER' end,
                   count(*)
              from transfer_log a
              join transfer_log d on d.transfer_id = a.transfer_id and d.kind = 'DECISION' and d.outcome = 'PERMIT'
               and d.recorded_at > a.recorded_at - interval '1 year'
             where a.shard = :shard and a.position between :first and :last and a.kind = 'ACKNOWLEDGED'
               and a.entry is not null and d.entry is not null and num_nulls(d.exchange_type, d.sender, d.receiver) = 0
             group by 1, 2, 3, 4, 5
                on conflict (month, exchange_type, sender, receiver, within)
                do update set transfers = log_acknowledged.transfers + excluded.transfers
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
    private static final String COUNT_REFUSED =
            """
            insert into log_refused (day, exchange_type, reason, transfers)
            select (recorded_at at time zone 'UTC')::date, exchange_type, reason, count(*)
              from transfer_log
             where shard = :shard and position between :first and :last and kind = 'DECISION' and outcome = 'DENY'
               and num_nulls(exchange_type, reason, entry) = 0
             group by 1, 2, 3
                on conflict (day, exchange_type, reason) do update set transfers = log_refused.transfers + excluded.transfers
            """;
    private static final String PROGRESS =
            """
            insert into log_figures_progress (shard, next_position) values (:shard, :next)
                on conflict (shard) do update set next_position = excluded.next_position
            """;
    private static final String ASKED =
            """
            month >= :from and month < :until and %s
               and (:party = '' or :party in (sender, receiver))
               and (:type = '' or exchange_type = :type)""";
    /** Of open types, whoever asks. */
    static final String OPEN = ASKED.formatted("exchange_type = any(:open)");

    private static final String READ =
            """
            select month, exchange_type, sender, receiver, outcome, reason, transfers
              from log_figures
             where %s
             order by month, exchange_type, sender, receiver, outcome, reason
             limit :most
            """;
    private static final String READ_OPEN = READ.formatted(OPEN);
    private static final String READ_SEEN =
            READ.formatted(ASKED.formatted("(exchange_type = any(:open) or :viewer in (sender, receiver))"));
    private static final String READ_ACKNOWLEDGED =
            """
            select month, exchange_type, sender, receiver, within, transfers
              from log_acknowledged
             where %s
             order by month, exchange_type, sender, receiver, within
             limit :most
            """
                    .formatted(OPEN);

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

    /** Since when the oldest waits that is not counted; 0 when all are. */
    Duration age() {
        return Age.of(jdbc, AGE);
    }

    /** @param most entries of one shard */
    List<Stretch> behind(int most) {
        return jdbc.sql(BEHIND)
                .param("most", most)
                .query((row, number) -> new Stretch(row.getInt("shard"), row.getLong("first"), row.getLong("last")))
                .list();
    }

    void count(Stretch stretch) {
        for (String sql : List.of(COUNT, COUNT_ACKNOWLEDGED, COUNT_RULES, COUNT_REFUSED)) {
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
     * @param open types of which everybody's figures are read
     * @param viewer of whom those of the other types are read too
     */
    List<Figure> read(FigureQuery query, List<String> open, Oin viewer, int most) {
        return asked(jdbc.sql(READ_SEEN), query, open, most)
                .param("viewer", viewer.value())
                .query((row, number) -> figure(row))
                .list();
    }

    /** In order of month, type and parties; of open types only. */
    List<Figure> readOpen(FigureQuery query, List<String> open, int most) {
        return asked(jdbc.sql(READ_OPEN), query, open, most)
                .query((row, number) -> figure(row))
                .list();
    }

    /** In order of month, type and parties; of open types only. */
    List<Acknowledged> readAcknowledged(FigureQuery query, List<String> open, int most) {
        return asked(jdbc.sql(READ_ACKNOWLEDGED), query, open, most)
                .query((row, number) -> new Acknowledged(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getString("exchange_type"),
                        new Oin(row.getString("sender")),
                        new Oin(row.getString("receiver")),
                        Acknowledged.Within.valueOf(row.getString("within")),
                        row.getLong("transfers")))
                .list();
    }

    /** Says to a statement which months, party and type are asked, and which types are open. */
    static JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec statement, FigureQuery query, List<String> open) {
        return statement
                .param("from", query.from().atDay(1))
                .param("until", query.to().plusMonths(1).atDay(1))
                .param("party", query.party().map(Oin::value).orElse(""))
                .param("type", query.exchangeType().orElse(""))
                .param("open", SqlArray.of("text", open, type -> type));
    }

    /** The same, and how many rows at most. */
    static JdbcClient.StatementSpec asked(
            JdbcClient.StatementSpec statement, FigureQuery query, List<String> open, int most) {
        return scoped(statement, query, open).param("most", most);
    }

    static Exchange exchange(ResultSet row) throws SQLException {
        return new Exchange(row.getString("exchange_type"), new Oin(row.getString("sender")), receiver(row));
    }

    private static Optional<Oin> receiver(ResultSet row) throws SQLException {
        return Optional.of(row.getString("receiver"))
                .filter(receiver -> !receiver.isEmpty())
                .map(Oin::new);
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("exchange_type"),
                new Oin(row.getString("sender")),
                receiver(row),
                row.getString("outcome"),
                Optional.of(row.getString("reason")).filter(reason -> !reason.isEmpty()),
                row.getLong("transfers"));
    }
}
