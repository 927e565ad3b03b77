package nl.sluiswachter.transferlog.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;

/** Rows of table task. */
final class TaskReader {

    private TaskReader() {}

    static ReviewItem item(ResultSet row, int number) throws SQLException {
        return new ReviewItem(
                row.getObject("transfer_id", UUID.class),
                row.getString("code"),
                row.getString("exchange_type"),
                new Oin(row.getString("sender")),
                Optional.ofNullable(row.getString("receiver")).map(Oin::new),
                instant(row),
                Optional.of(row.getObject("due", LocalDate.class)).filter(day -> !day.equals(LocalDate.MAX)),
                row.getInt("verdicts"));
    }

    static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getString("code"),
                row.getLong("number"),
                row.getLong("late"),
                row.getObject("first", LocalDate.class));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }
}
