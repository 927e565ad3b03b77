package nl.sluiswachter.transferlog;

import java.util.List;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table task, as a batch writes it. */
final class TaskTable {

    private static final String INSERT =
            """
            insert into task (transfer_id, code, review, exchange_type, sender, receiver, recorded_at, due)
            select transfer_id, code, review, exchange_type, sender, receiver, recorded_at, coalesce(due, 'infinity')
              from unnest(:transfers, :codes, :reviews, :types, :senders, :receivers, :times, :days)
                   as t (transfer_id, code, review, exchange_type, sender, receiver, recorded_at, due)
            """;

    private final JdbcClient jdbc;

    TaskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(EntryRow entry, Task task) {}

    /** Writes down what these decisions leave to be done. */
    void insert(List<Appending> all) {
        List<Row> rows = all.stream()
                .flatMap(one -> one.tasks().stream().map(task -> new Row(one.entry(), task)))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(INSERT)
                .param("transfers", SqlArray.of("uuid", rows, row -> row.entry()
                        .transferId()
                        .orElseThrow()))
                .param("codes", SqlArray.of("text", rows, row -> row.task().code()))
                .param("reviews", SqlArray.of("boolean", rows, row -> row.task().isReview()))
                .param("types", SqlArray.of("text", rows, row -> row.entry()
                        .exchangeType()
                        .orElseThrow()))
                .param(
                        "senders",
                        SqlArray.of("text", rows, row -> row.entry().sender().orElseThrow()))
                .param(
                        "receivers",
                        SqlArray.of("text", rows, row -> row.entry().receiver().orElse(null)))
                .param("times", SqlArray.of("timestamptz", rows, row -> row.entry()
                        .at()))
                .param("days", SqlArray.of("date", rows, row -> row.task().due().orElse(null)))
                .update();
    }
}
