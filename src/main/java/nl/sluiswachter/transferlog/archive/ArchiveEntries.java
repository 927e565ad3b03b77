package nl.sluiswachter.transferlog.archive;

import java.time.Clock;
import java.time.YearMonth;
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
import nl.sluiswachter.transferlog.StoredEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the log tells of its archives. */
final class ArchiveEntries {

    private static final String PLACED =
            "select entry, entry_hash, shard, position from transfer_log where kind = 'ARCHIVE' and entry is not null";
    private static final String WAITING = "select convert_from(entry, 'UTF8') from log_pending where kind = 'ARCHIVE'";

    private final JdbcClient jdbc;
    private final EventLog log;

    ArchiveEntries(JdbcClient jdbc, LogMark mark, IdSource ids, Clock clock) {
        this.jdbc = jdbc;
        this.log = new JdbcEventLog(jdbc, mark, ids, clock);
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
     * Whether a month was taken out of the log into a file of this SHA-256.
     *
     * @throws LogDamaged when an entry that may tell of it does not say any more what it said
     */
    boolean tellOf(YearMonth month, String sha256) {
        String hash = "\"sha256\":\"" + sha256 + "\"";
        boolean waits = jdbc.sql(WAITING).query(String.class).list().stream().anyMatch(text -> text.contains(hash));
        return waits
                || jdbc.sql(PLACED).query((row, number) -> StoredEntry.readWhole(row)).list().stream()
                        .map(entry -> entry.path("detail"))
                        .anyMatch(detail -> detail.path("sha256").asText().equals(sha256)
                                && detail.path("month").asText().equals(month.toString()));
    }
}
