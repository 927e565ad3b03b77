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

/** What was counted, in tables log_figures and log_acknowledged. */
final class FiguresTable {

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
