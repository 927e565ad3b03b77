package nl.sluiswachter.transferlog.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.figures.Acknowledged.Within;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sums over what was counted. A year of a large municipality has more figures than can be shown; who exchanges what with whom is a
 * few thousand lines, and they are added up where they are. Reasons, answers and duties are read a moment after the exchanges: what
 * is counted in between makes them more.
 */
final class SumTable {

    private static final String SCOPE = FiguresTable.OPEN
            + " and (:all or (exchange_type, sender, receiver) in (select * from unnest(:types, :senders, :receivers)))";

    /** Of one statement, however it groups: what was counted is read once. Where a line is not of a column, that column is null. */
    private static final String TALLIES =
            """
            select %2$s, sum(permitted) permitted, sum(refused) refused, sum(answered) answered, sum(soon) soon
              from (select month, exchange_type, sender, receiver, permitted, refused, 0 answered, 0 soon
                      from log_exchanged where %1$s
                    union all
                    select month, exchange_type, sender, receiver, 0, 0, transfers,
                           case when within in ('MINUTE', 'HOUR', 'DAY') then transfers else 0 end
                      from log_acknowledged where %1$s) counted
             group by %3$s
             limit :most
            """;

    /** Until the transaction ends. */
    private static final String PLAN =
            """
            select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('statement_timeout', :patience, true)
            """;

    private static final String EXCHANGE = "exchange_type, sender, receiver";
    private static final String EXCHANGES = TALLIES.formatted(SCOPE, EXCHANGE, EXCHANGE);
    private static final String ALL =
            TALLIES.formatted(SCOPE, EXCHANGE + ", month", "grouping sets ((" + EXCHANGE + "), (month))");
    /** More than there are months in a question: these come on top of the exchanges. */
    private static final int BESIDE = 100;

    /** Of everybody: the lines by party need not be read. */
    private static final String REASONS_OF_ALL =
            """
            select reason, sum(transfers) refused from log_reasons
             where month >= :from and month < :until and exchange_type = any(:open) and (:type = '' or exchange_type = :type)
             group by reason
            """;

    private static final String REASONS =
            "select reason, sum(transfers) refused from log_figures where outcome = 'DENY' and %s group by reason"
                    .formatted(SCOPE);

    private static final String ANSWERS =
            "select within, sum(transfers) transfers from log_acknowledged where %s group by within".formatted(SCOPE);
    private static final String DUTIES = ObligedTable.WITH
            + """
            select code, review, sum(transfers) transfers, sum(done) done, sum(late) late from obliged
             where %s
             group by code, review
             order by code
            """
                    .formatted(SCOPE);

    private final JdbcClient jdbc;

    SumTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Has the statements of this transaction end within so long each, and planned for what they ask: a plan for anything takes
     * so few figures for granted that it sorts them all.
     */
    void planForWhatIsAsked(Duration patience) {
        each(jdbc.sql(PLAN).param("patience", patience.toMillis() + "ms"), row -> {});
    }

    /** In no order. */
    List<Exchanged> exchanges(FigureQuery query, List<String> open, int most) {
        return asked(EXCHANGES, query, open, Optional.empty())
                .param("most", most)
                .query((row, number) -> new Exchanged(FiguresTable.exchange(row), tally(row)))
                .list();
    }

    /** @param only exchanges that count; empty for all */
    Sums sums(FigureQuery query, List<String> open, Optional<List<Exchange>> only, LocalDate today, int most) {
        List<Exchanged> exchanges = new ArrayList<>();
        Map<YearMonth, Tally> months = new TreeMap<>();
        each(asked(ALL, query, open, only).param("most", most + BESIDE), row -> {
            if (row.getString("exchange_type") != null) {
                exchanges.add(new Exchanged(FiguresTable.exchange(row), tally(row)));
            } else {
                months.put(YearMonth.from(row.getObject("month", LocalDate.class)), tally(row));
            }
        });
        return new Sums(
                exchanges,
                months,
                reasons(query, open, only),
                answers(query, open, only),
                duties(query, open, only, today));
    }

    private Map<String, Long> reasons(FigureQuery query, List<String> open, Optional<List<Exchange>> only) {
        Map<String, Long> reasons = new HashMap<>();
        boolean ofAll = only.isEmpty() && query.party().isEmpty();
        each(
                ofAll ? FiguresTable.scoped(jdbc.sql(REASONS_OF_ALL), query, open) : asked(REASONS, query, open, only),
                row -> reasons.put(row.getString("reason"), row.getLong("refused")));
        return reasons;
    }

    private Map<Within, Long> answers(FigureQuery query, List<String> open, Optional<List<Exchange>> only) {
        Map<Within, Long> answers = new EnumMap<>(Within.class);
        each(
                asked(ANSWERS, query, open, only),
                row -> answers.put(Within.valueOf(row.getString("within")), row.getLong("transfers")));
        return answers;
    }

    private List<Due> duties(FigureQuery query, List<String> open, Optional<List<Exchange>> only, LocalDate today) {
        return asked(DUTIES, query, open, only)
                .param("today", today)
                .query((row, number) -> ObligedTable.due(row))
                .list();
    }

    private JdbcClient.StatementSpec asked(
            String sql, FigureQuery query, List<String> open, Optional<List<Exchange>> only) {
        List<Exchange> exchanges = only.orElse(List.of());
        return FiguresTable.scoped(jdbc.sql(sql), query, open)
                .param("all", only.isEmpty())
                .param("types", SqlArray.of("text", exchanges, Exchange::type))
                .param("senders", SqlArray.of("text", exchanges, one -> one.sender()
                        .value()))
                .param("receivers", SqlArray.of("text", exchanges, one -> one.receiver()
                        .map(Oin::value)
                        .orElse("")));
    }

    private static void each(JdbcClient.StatementSpec statement, RowCallbackHandler row) {
        statement.query(row);
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("permitted"), row.getLong("refused"), row.getLong("answered"), row.getLong("soon"));
    }
}
