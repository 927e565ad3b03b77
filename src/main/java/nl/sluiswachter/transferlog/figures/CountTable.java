package nl.sluiswachter.transferlog.figures;

import java.time.Duration;
import java.util.List;
import nl.sluiswachter.transferlog.sql.Age;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts entries into the tables of figures; log_figures_progress says how far. */
final class CountTable {

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

    /**
     * Line by line, and from these the sums that reports of months want: who exchanges what with whom without the reasons, and the
     * reasons without who.
     */
    private static final String COUNT =
            """
            with counted as (
                select date_trunc('month', recorded_at at time zone 'UTC')::date as month, exchange_type, sender,
                       coalesce(receiver, '') as receiver, outcome, coalesce(reason, '') as reason, count(*) as transfers
                  from transfer_log
                 where shard = :shard and position between :first and :last and kind = 'DECISION'
                   and entry is not null and num_nulls(exchange_type, sender, outcome) = 0
                 group by 1, 2, 3, 4, 5, 6
            ), exchanged as (
                insert into log_exchanged (month, exchange_type, sender, receiver, permitted, refused)
                select month, exchange_type, sender, receiver,
                       coalesce(sum(transfers) filter (where outcome = 'PERMIT'), 0),
                       coalesce(sum(transfers) filter (where outcome = 'DENY'), 0)
                  from counted
                 group by 1, 2, 3, 4
                    on conflict (month, exchange_type, sender, receiver)
                    do update set permitted = log_exchanged.permitted + excluded.permitted,
                                  refused = log_exchanged.refused + excluded.refused
            ), reasons as (
                insert into log_reasons (month, exchange_type, reason, transfers)
                select month, exchange_type, reason, sum(transfers) from counted where outcome = 'DENY' group by 1, 2, 3
                    on conflict (month, exchange_type, reason)
                    do update set transfers = log_reasons.transfers + excluded.transfers)
            insert into log_figures (month, exchange_type, sender, receiver, outcome, reason, transfers)
            select month, exchange_type, sender, receiver, outcome, reason, transfers from counted
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

    private final JdbcClient jdbc;

    CountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

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
}
