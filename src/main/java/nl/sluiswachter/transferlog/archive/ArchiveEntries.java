package nl.sluiswachter.transferlog.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.JdbcEventLog;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.LogMark;
import nl.sluiswachter.transferlog.MarkedBatches;
import nl.sluiswachter.transferlog.WaitingEvents;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the log tells of its archives. */
final class ArchiveEntries {

    private static final String PLACED =
            """
            select l.shard, l.position, l.entry, %s from transfer_log l %s where l.kind = 'ARCHIVE' and l.destroyed_at is null
            """
                    .formatted(MarkedBatches.COLUMNS, MarkedBatches.JOIN);

    private final JdbcClient jdbc;
    private final EventLog log;
    private final WaitingEvents waiting;
    private final MarkedBatches batches;

    ArchiveEntries(JdbcClient jdbc, LogMark mark, IdSource ids, Clock clock) {
        this.jdbc = jdbc;
        this.log = new JdbcEventLog(jdbc, mark, ids, clock);
        this.waiting = new WaitingEvents(jdbc, mark);
        this.batches = new MarkedBatches(mark);
    }

    MonthArchive.Done tell(String action, MonthArchive.Done done) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("action", action);
        detail.put("month", done.month().toString());
        detail.put("entries", Long.toString(done.entries()));
        detail.put("undestroyed", Long.toString(done.undestroyed()));
        if (!done.sha256().isEmpty()) {
            detail.put("sha256", done.sha256());
        }
        log.append(new LogEntry(LogKind.ARCHIVE, Optional.empty(), Optional.empty(), detail, List.of()));
        return done;
    }

    /**
     * Whether a gateway told that a month was taken out of the log into a file of this SHA-256.
     *
     * @throws LogDamaged when an entry that may tell of it does not say any more what it said
     */
    boolean tellOf(YearMonth month, String sha256) {
        List<JsonNode> told = new ArrayList<>(waiting.of(LogKind.ARCHIVE));
        told.addAll(jdbc.sql(PLACED).query((row, number) -> batches.entry(row)).list());
        return told.stream()
                .filter(entry -> entry.path("kind").asText().equals(LogKind.ARCHIVE.name()))
                .map(entry -> entry.path("detail"))
                .anyMatch(detail -> detail.path("sha256").asText().equals(sha256)
                        && detail.path("month").asText().equals(month.toString()));
    }
}
