package nl.sluiswachter.console.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Table console_work, by the clock of the database. Work of which nothing was heard for half a minute was broken off. */
final class WorkTable {

    private static final String SILENT = "heard < now() - interval '30 seconds'";
    private static final String ALIVE = "state = 'RUNNING' and not " + SILENT;
    /** One officer's work is counted and begun by one request at a time, on any node. */
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('console_work|' || encode(:officer, 'hex'), 0))::text";

    private static final String START =
            """
            insert into console_work (work_id, officer_hash, kind)
            select :id, :officer, :kind
             where (select count(*) from console_work where officer_hash = :officer and %s) < :most
            """
                    .formatted(ALIVE);
    private static final String READ =
            """
            select work_id, kind, outcome, started, coalesce(ended, now()) until, done, total,
                   case when state = 'RUNNING' and %s then 'BROKEN_OFF' else state end state
              from console_work where officer_hash = :officer
            """
                    .formatted(SILENT);
    private static final String ONE = READ + " and work_id = :id";
    private static final String ALL = READ + " order by started desc limit :most";
    private static final String BEAT =
            """
            update console_work set heard = now(), done = :done, total = :total
             where work_id = :id and state = 'RUNNING'
            returning stop or started < now() - interval '12 hours'
            """;
    private static final String END =
            """
            update console_work
               set state = :state, outcome = :outcome, ended = now(), heard = now(), done = :done, total = :total,
                   wrapped_key = :key, result = :result
             where work_id = :id and state = 'RUNNING'
            """;
    private static final String STOP =
            "update console_work set stop = true where officer_hash = :officer and work_id = :id and state = 'RUNNING'";
    private static final String RESULT =
            """
            select wrapped_key, result from console_work
             where officer_hash = :officer and work_id = :id and state = 'DONE'
            """;
    private static final String FORGET = "delete from console_work where work_id = :id";
    private static final String SWEEP =
            "delete from console_work where started < now() - interval '1 day' and not (" + ALIVE + ")";
    private static final String TRIM =
            """
            delete from console_work where not (%1$s) and work_id in (
                select work_id from console_work where officer_hash = :officer
                 order by (%1$s) desc, started desc offset :kept)
            """
                    .formatted(ALIVE);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    WorkTable(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Takes work, and erases this officer's oldest that then is too much, however many ask at once.
     *
     * @param most under way
     * @param kept with what is under way
     * @return false when so many are under way: nothing was changed
     */
    boolean start(UUID id, byte[] officer, WorkKind kind, int most, int kept) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            jdbc.sql(LOCK).param("officer", officer).query(String.class).single();
            boolean taken = insert(id, officer, kind, most);
            if (taken) {
                jdbc.sql(TRIM).param("officer", officer).param("kept", kept).update();
            }
            return taken;
        }));
    }

    private boolean insert(UUID id, byte[] officer, WorkKind kind, int most) {
        return jdbc.sql(START)
                        .param("id", id)
                        .param("officer", officer)
                        .param("kind", kind.name())
                        .param("most", most)
                        .update()
                > 0;
    }

    Optional<Work> find(byte[] officer, UUID id) {
        return jdbc.sql(ONE)
                .param("officer", officer)
                .param("id", id)
                .query((row, number) -> work(row))
                .optional();
    }

    List<Work> list(byte[] officer, int most) {
        return jdbc.sql(ALL)
                .param("officer", officer)
                .param("most", most)
                .query((row, number) -> work(row))
                .list();
    }

    /** Says that it is alive, and how far; whether it shall stop. */
    boolean beat(UUID id, long done, long total) {
        return jdbc.sql(BEAT)
                .param("id", id)
                .param("done", done)
                .param("total", total)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** @param sealed what it came to; null for nothing */
    void end(UUID id, WorkState state, WorkOutcome outcome, long done, long total, PayloadCipher.Sealed sealed) {
        jdbc.sql(END)
                .param("id", id)
                .param("state", state.name())
                .param("outcome", outcome == null ? null : outcome.name())
                .param("done", done)
                .param("total", total)
                .param("key", sealed == null ? null : sealed.wrappedKey())
                .param("result", sealed == null ? null : sealed.ciphertext())
                .update();
    }

    void stop(byte[] officer, UUID id) {
        jdbc.sql(STOP).param("officer", officer).param("id", id).update();
    }

    Optional<PayloadCipher.Sealed> result(byte[] officer, UUID id) {
        return jdbc.sql(RESULT)
                .param("officer", officer)
                .param("id", id)
                .query((row, number) -> new PayloadCipher.Sealed(row.getBytes("wrapped_key"), row.getBytes("result")))
                .optional();
    }

    void forget(UUID id) {
        jdbc.sql(FORGET).param("id", id).update();
    }

    /** Erases what is older than a day. */
    void sweep() {
        jdbc.sql(SWEEP).update();
    }

    private static Work work(ResultSet row) throws SQLException {
        Instant started = row.getTimestamp("started").toInstant();
        return new Work(
                row.getObject("work_id", UUID.class),
                WorkKind.valueOf(row.getString("kind")),
                WorkState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("outcome")).map(WorkOutcome::valueOf),
                started,
                Duration.between(started, row.getTimestamp("until").toInstant()),
                row.getLong("done"),
                row.getLong("total"));
    }
}
