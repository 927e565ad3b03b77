package nl.sluiswachter.transferlog.search;

import java.util.Set;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Adds verdicts on reports; where it is asked for, one after the other, so that nobody judges without knowing of the one before. */
public final class ReportVerdicts {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('report_verdict', 0))";
    /** Of this report, those that have no place in the log yet. */
    private static final String WAITING =
            """
            select count(*) from log_pending
             where kind = 'REPORT_VERDICT' and convert_from(entry, 'UTF8')::jsonb #>> '{detail,report}' = :report
            """;

    private final JdbcClient jdbc;
    private final PersonEntries entries;
    private final EventLog log;
    private final TransactionOperations transactions;

    ReportVerdicts(JdbcClient jdbc, PersonEntries entries, EventLog log, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.log = log;
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
            long there = placed(report, persons)
                    + jdbc.sql(WAITING)
                            .param("report", report)
                            .query(Long.class)
                            .single();
            if (there == seen) {
                log.append(verdict);
            }
            return there == seen;
        }));
    }

    private long placed(String report, Set<SubjectKey> persons) {
        return entries.verdicts(persons).stream()
                .filter(found ->
                        found.entry().path("detail").path("report").asText().equals(report))
                .count();
    }
}
