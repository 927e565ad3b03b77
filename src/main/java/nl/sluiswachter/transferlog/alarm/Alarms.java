package nl.sluiswachter.transferlog.alarm;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The open alarms of tables log_alarm and log_witness_alarm. Only the owner of the tables closes one, and the log tells of it in
 * the same transaction: with the password of the gateway nobody can quiet what it caused.
 */
public final class Alarms {

    /** Listed at most. */
    public static final int MOST = 1_000;

    private static final String COUNT = "select count(*) from log_alarm where closed_at is null";
    private static final String OPEN =
            """
            select 'L' || alarm as id, found_at,
                   finding || case when shard > 0 then ', shard ' || shard || ', position ' || position
                                   when position > 0 then ', size ' || position else '' end as what
              from log_alarm where closed_at is null
            union all
            select 'W' || alarm, found_at, finding || ', ' || witness || ', epoch ' || epoch || ', size ' || size
              from log_witness_alarm where closed_at is null
             order by 2, 1 limit :most
            """;
    private static final String MAY = "select bool_and(pg_has_role(relowner, 'member')) from pg_class"
            + " where oid in (to_regclass('log_alarm'), to_regclass('log_witness_alarm'))";
    private static final String CLOSE =
            "update %s set closed_at = now(), closed_why = :why where alarm = :number and closed_at is null";
    private static final String CLOSED =
            "select closed_at, closed_why from %s where alarm = :number and closed_at is not null";
    private static final Pattern ID = Pattern.compile("[LW][0-9]{1,9}");
    private static final Map<String, String> TABLES = Map.of("L", "log_alarm", "W", "log_witness_alarm");

    private final JdbcClient jdbc;
    private final EventLog log;
    private final TransactionOperations transactions;

    public Alarms(JdbcClient jdbc, EventLog log, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.log = log;
        this.transactions = transactions;
    }

    /** How many of the log itself are open. */
    public static long count(JdbcClient jdbc) {
        return jdbc.sql(COUNT).query(Long.class).single();
    }

    /** Those that are open, the oldest first. */
    public List<Alarm> open() {
        return jdbc.sql(OPEN)
                .param("most", MOST)
                .query((row, number) -> new Alarm(
                        row.getString("id"),
                        row.getObject("found_at", OffsetDateTime.class).toInstant(),
                        row.getString("what")))
                .list();
    }

    /**
     * Closes one that somebody looked into.
     *
     * @param why stands in the log
     * @throws AlarmRefused when it is not open, or this role may not close it
     */
    public Alarm close(String id, String why) {
        if (!jdbc.sql(MAY).query(Boolean.class).single()) {
            throw new AlarmRefused("Only the owner of the tables can do this: give the settings of that role.");
        }
        return transactions.execute(status -> {
            Alarm alarm = open().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> notOpen(id));
            int closed = jdbc.sql(CLOSE.formatted(TABLES.get(id.substring(0, 1))))
                    .param("why", why)
                    .param("number", Integer.parseInt(id.substring(1)))
                    .update();
            if (closed == 0) { // somebody else did, just now
                throw notOpen(id);
            }
            log.append(new LogEntry(
                    LogKind.OPERATION,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of("action", "CLOSE_ALARM", "alarm", id + ": " + alarm.what(), "why", why),
                    List.of()));
            return alarm;
        });
    }

    /** Who comes second is told what the first did. */
    private AlarmRefused notOpen(String id) {
        Optional<String> closed = ID.matcher(id).matches()
                ? jdbc.sql(CLOSED.formatted(TABLES.get(id.substring(0, 1))))
                        .param("number", Integer.parseInt(id.substring(1)))
                        .query((row, number) -> "This alarm was closed already, at %s: %s"
                                .formatted(
                                        row.getObject("closed_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getString("closed_why")))
                        .optional()
                : Optional.empty();
        return new AlarmRefused(closed.orElse("No such alarm is open; log alarms lists them."));
    }
}
