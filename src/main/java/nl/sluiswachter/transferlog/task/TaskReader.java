package nl.sluiswachter.transferlog.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.StoredEntry;

/** Rows of table task, and the verdicts in the log. */
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

    /**
     * Also of one that waits for its place.
     *
     * @throws LogDamaged when one that has a place tells of no verdict
     */
    static Judged judged(ResultSet row, int number) throws SQLException {
        if (!row.getBoolean("placed")) {
            return judged(row, StoredEntry.json(row.getBytes("entry")));
        }
        JsonNode entry = StoredEntry.readWhole(row);
        try {
            return judged(row, entry);
        } catch (IllegalArgumentException e) {
            throw new LogDamaged(row.getInt("shard"), row.getLong("position"), e);
        }
    }

    private static Judged judged(ResultSet row, JsonNode entry) throws SQLException {
        JsonNode detail = entry.path("detail");
        return new Judged(
                instant(row),
                detail.path("officer").asText(),
                ReviewVerdict.Outcome.valueOf(detail.path("verdict").asText()),
                ReviewVerdict.Reason.valueOf(detail.path("reason").asText()),
                detail.path("reference").asText());
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }
}
