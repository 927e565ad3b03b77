package nl.sluiswachter.transferlog.retention;

import java.time.Period;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many entries there are of a rule, by month: as counted when they were recorded, where none of them can have gone yet; and
 * as they are, by an index, where some may.
 */
final class CalendarTable {

    private static final String RULES = "select distinct rule from log_recorded order by rule";

    /** Months of which entries are in the database: others are in a file, or nowhere. */
    private static final String MONTHS =
            """
            select to_char(m.month, 'YYYY-MM') from (select distinct month from log_recorded) m
             where exists (select from transfer_log l
                            where l.recorded_at >= m.month::timestamp at time zone 'UTC'
                              and l.recorded_at < (m.month + interval '1 month') at time zone 'UTC')
            """;

    private static final String COUNTS =
            """
            with turn as (
              select date_trunc('month', now() at time zone 'UTC' - cast(:term as interval)) + interval '1 month' as month)
            select to_char(r.month, 'YYYY-MM') as month, r.entries from log_recorded r
             where r.rule = :rule and r.month >= (select month from turn)
            union all
            select to_char(l.recorded_at at time zone 'UTC', 'YYYY-MM'), count(*) from transfer_log l
             where %s and l.entry is not null and l.recorded_at < (select month from turn) at time zone 'UTC'
             group by 1
            """;
    private static final String OF_KIND = COUNTS.formatted("l.kind = :rule and l.kind not in ('DECISION', 'DRY_RUN')");
    private static final String OF_TYPE =
            COUNTS.formatted("l.exchange_type = :rule and l.kind in ('DECISION', 'DRY_RUN')");

    private final JdbcClient jdbc;

    CalendarTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Entries of a rule that were recorded in a month. */
    record Count(YearMonth month, long entries) {}

    List<String> rules() {
        return jdbc.sql(RULES).query(String.class).list();
    }

    Set<YearMonth> months() {
        return new HashSet<>(jdbc.sql(MONTHS)
                .query((row, number) -> YearMonth.parse(row.getString(1)))
                .list());
    }

    /** @param isKind whether the rule is a kind of entry, and not an exchange type */
    List<Count> counts(String rule, boolean isKind, Period term) {
        return jdbc.sql(isKind ? OF_KIND : OF_TYPE)
                .param("rule", rule)
                .param("term", term.toString())
                .query((row, number) -> new Count(YearMonth.parse(row.getString("month")), row.getLong("entries")))
                .list();
    }
}
