package nl.sluiswachter.transferlog.retention;

import java.time.Period;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.sluiswachter.transferlog.sql.SqlArray;
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

    /** For all rules at once: to plan a look into every partition costs more than the look. */
    private static final String COUNTS =
            """
            select c.rule, to_char(c.month, 'YYYY-MM') as month, c.entries
              from (select r.rule, r.month,
                           case when r.month > date_trunc('month', now() at time zone 'UTC' - asked.term) then r.entries
                                when asked.of_kind then (select count(*) from transfer_log l
                                      where l.kind = r.rule and l.kind not in ('DECISION', 'DRY_RUN') and %1$s)
                                else (select count(*) from transfer_log l
                                       where l.exchange_type = r.rule and l.kind in ('DECISION', 'DRY_RUN') and %1$s) end as entries
                      from unnest(:rules, :ofKind, cast(:terms as interval[])) as asked (rule, of_kind, term)
                      join log_recorded r on r.rule = asked.rule) c
             where c.entries > 0
            """
                    .formatted(
                            """
                            l.destroyed_at is null and l.recorded_at >= r.month::timestamp at time zone 'UTC'
                            and l.recorded_at < (r.month + interval '1 month') at time zone 'UTC'
                            """);

    private final JdbcClient jdbc;

    CalendarTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A rule to count entries of.
     *
     * @param ofKind whether it is a kind of entry, and not an exchange type
     * @param term after which they go
     */
    record Asked(String rule, boolean ofKind, Period term) {}

    /** Entries of a rule that were recorded in a month, and are still there. */
    record Count(String rule, YearMonth month, long entries) {}

    List<String> rules() {
        return jdbc.sql(RULES).query(String.class).list();
    }

    Set<YearMonth> months() {
        return new HashSet<>(jdbc.sql(MONTHS)
                .query((row, number) -> YearMonth.parse(row.getString(1)))
                .list());
    }

    List<Count> counts(List<Asked> asked) {
        return jdbc.sql(COUNTS)
                .param("rules", SqlArray.of("text", asked, Asked::rule))
                .param("ofKind", SqlArray.of("bool", asked, Asked::ofKind))
                .param("terms", SqlArray.of("text", asked, rule -> rule.term().toString()))
                .query((row, number) -> new Count(
                        row.getString("rule"), YearMonth.parse(row.getString("month")), row.getLong("entries")))
                .list();
    }
}
