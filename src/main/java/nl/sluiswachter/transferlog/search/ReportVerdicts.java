package nl.sluiswachter.transferlog.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.WaitingEvents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Adds verdicts on reports; where it is asked for, one after the other, so that nobody judges without knowing of the one before. */
public final class ReportVerdicts {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('report_verdict', 0))";

    private final JdbcClient jdbc;
    private final PersonEntries entries;
    private final EventLog log;
    private final WaitingEvents waiting;
    private final TransactionOperations transactions;

    ReportVerdicts(
            JdbcClient jdbc,
            PersonEntries entries,
            EventLog log,
            WaitingEvents waiting,
            TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.log = log;
        this.waiting = waiting;
        this.transactions = transactions;
    }

    /** Whatever others judged meanwhile; durable when it returns. */
    public void add(LogEntry verdict) {
        log.append(verdict);
    }

    /**
     * Durable when it returns true.
     *
     * @param report id of the report
     * @param persons whom it is about
     * @param seen how many verdicts on it the judge knew of
     * @return false when there are others by now: nothing was written
     */
    public boolean add(String report, Set<SubjectKey> persons, long seen, LogEntry verdict) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            jdbc.sql(LOCK).query((row, number) -> "").single();
            long there = count(report, persons);
            if (there == seen) {
                log.append(verdict);
            }
            return there == seen;
        }));
    }

    private long count(String report, Set<SubjectKey> persons) {
        List<JsonNode> told = new ArrayList<>(waiting.of(LogKind.REPORT_VERDICT));
        entries.verdicts(persons).forEach(found -> told.add(found.entry()));
        return told.stream()
                .filter(entry -> entry.path("detail").path("report").asText().equals(report))
                .map(entry -> entry.path("entryId").asText())
                .distinct()
                .count();
    }
}
