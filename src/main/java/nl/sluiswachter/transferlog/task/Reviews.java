package nl.sluiswachter.transferlog.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.tree.DamageAlarm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Permitted transfers that an officer looks at afterwards, and what was judged of them. Verdicts are entries of the log. */
public final class Reviews {

    private static final String ITEM =
            """
            select transfer_id, code, exchange_type, sender, receiver, recorded_at, due, verdicts from task
             where review and
            """;
    private static final String OPEN = ITEM + " verdicts = 0 and" + Tasks.SEEN;
    private static final String AFTER_OPEN =
            """
            and (due, recorded_at, transfer_id) >
                (select due, recorded_at, transfer_id from task where review and transfer_id = :after and %s)
            """
                    .formatted(Tasks.SEEN);
    private static final String ORDER_OPEN = " order by due, recorded_at, transfer_id limit :most";
    private static final String DONE = ITEM + " verdicts > 0 and" + Tasks.SEEN;
    private static final String AFTER_DONE =
            """
            and (recorded_at, transfer_id) <
                (select recorded_at, transfer_id from task where review and transfer_id = :after and %s)
            """
                    .formatted(Tasks.SEEN);
    private static final String ORDER_DONE = " order by recorded_at desc, transfer_id desc limit :most";
    private static final String FIND = ITEM + " transfer_id = :id and" + Tasks.SEEN;

    private static final String JUDGE =
            "update task set verdicts = verdicts + 1 where review and transfer_id = :id and verdicts = :seen";

    private final JdbcClient jdbc;
    private final ActiveCatalogue catalogue;
    private final EventLog log;
    private final TransactionOperations transactions;
    private final DamageAlarm alarm;
    private final Verdicts verdicts;

    Reviews(
            JdbcClient jdbc,
            ActiveCatalogue catalogue,
            EventLog log,
            TransactionOperations transactions,
            DamageAlarm alarm,
            Verdicts verdicts) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.log = log;
        this.transactions = transactions;
        this.alarm = alarm;
        this.verdicts = verdicts;
    }

    /**
     * Those without a verdict, the most pressing first; or those with one, the newest first.
     *
     * @param after the last of the page before; empty for the first page
     */
    public List<ReviewItem> list(Reviewer reviewer, boolean done, Optional<UUID> after, int most) {
        String sql = done
                ? DONE + after.map(id -> AFTER_DONE).orElse("") + ORDER_DONE
                : OPEN + after.map(id -> AFTER_OPEN).orElse("") + ORDER_OPEN;
        JdbcClient.StatementSpec query =
                Tasks.seen(jdbc.sql(sql), reviewer, catalogue.current()).param("most", most);
        after.ifPresent(id -> query.param("after", id));
        return query.query(TaskReader::item).list();
    }

    /** The review of this transfer; empty also for one that the reviewer may not know of. */
    public Optional<ReviewItem> find(UUID transferId, Reviewer reviewer) {
        return Tasks.seen(jdbc.sql(FIND), reviewer, catalogue.current())
                .param("id", transferId)
                .query(TaskReader::item)
                .optional();
    }

    /**
     * What was judged of it, the oldest first.
     *
     * @throws LogDamaged when one of them was damaged
     */
    public List<Judged> verdicts(UUID transferId) {
        return verdicts.on(List.of(transferId)).stream()
                .map(Verdicts.Verdict::whole)
                .toList();
    }

    /** What was judged last of each of these, in one query; empty where that was damaged, of which an alarm tells. */
    public Map<UUID, Optional<ReviewVerdict.Outcome>> outcomes(List<UUID> transferIds) {
        Map<UUID, Optional<ReviewVerdict.Outcome>> outcomes = new HashMap<>();
        List<LogDamaged> damaged = new ArrayList<>();
        for (Verdicts.Verdict verdict : verdicts.on(transferIds)) {
            verdict.damage().ifPresent(damaged::add);
            outcomes.put(verdict.transferId(), verdict.judged().map(Judged::outcome));
        }
        alarm.raise(damaged);
        return outcomes;
    }

    /**
     * Adds a verdict, durable when it returns. Earlier ones stay, the last counts.
     *
     * @param seen how many the officer knew of
     * @return false when there are others by now: nothing was written
     */
    public boolean judge(ReviewItem item, ReviewVerdict verdict, int seen) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            int changed = jdbc.sql(JUDGE)
                    .param("id", item.transferId())
                    .param("seen", seen)
                    .update();
            if (changed == 1) {
                log.append(entry(item, verdict));
            }
            return changed == 1;
        }));
    }

    private static LogEntry entry(ReviewItem item, ReviewVerdict verdict) {
        return new LogEntry(
                LogKind.REVIEW_VERDICT,
                Optional.of(item.transferId()),
                Optional.of(verdict.by()),
                Map.of(
                        "review", item.code(),
                        "verdict", verdict.outcome().name(),
                        "reason", verdict.reason().name(),
                        "reference", verdict.reference(),
                        "officer", verdict.officer()),
                List.of());
    }
}
