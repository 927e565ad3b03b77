package nl.sluiswachter.acceptance;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import nl.sluiswachter.delivery.Expiry;
import nl.sluiswachter.transferlog.figures.Figures;
import org.awaitility.Awaitility;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into the shared gateway's database, as its owner. */
final class Tables {

    private Tables() {}

    /** With every event in its place. */
    static JdbcClient asOwner() {
        RunningGateway.shared(); // its start is not what is waited for
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> owner().sql("select count(*) = 0 from log_pending")
                        .query(Boolean.class)
                        .single());
        return owner();
    }

    /**
     * With every event in its place, and these in the tree: the gateway raises an alarm of its own about what is changed before.
     *
     * @param entries which, as a condition on the log
     */
    static void awaitLeaves(String entries) {
        JdbcClient owner = asOwner();
        String without =
                "select count(*) = 0 from transfer_log where log_leaf(shard, position) is null and (" + entries + ")";
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .until(() -> owner.sql(without).query(Boolean.class).single());
    }

    /** Changes what the gateway works with meanwhile: both may wait for each other, and the database ends one of them. */
    static void change(String sql) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .ignoreExceptionsInstanceOf(PessimisticLockingFailureException.class)
                .until(() -> owner().sql(sql).update() >= 0);
    }

    /** Waits until no long work goes on, whoever began it. */
    static void awaitWork() {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> owner().sql(
                        "select count(*) = 0 from console_work where state = 'RUNNING'")
                .query(Boolean.class)
                .single());
    }

    private static JdbcClient owner() {
        return JdbcClient.create(RunningGateway.shared().database().asOwner());
    }

    /** Has everything counted that is in the log now, also when another counts at the same time. */
    static void countFigures() {
        JdbcClient owner = asOwner();
        Awaitility.await().pollDelay(Duration.ZERO).until(() -> {
            RunningGateway.shared().bean(Figures.class).count();
            return owner.sql(
                            """
                            select not exists (select from log_batch b
                                                 left join log_figures_progress p using (shard)
                                                where b.last_position >= coalesce(p.next_position, 0))
                            """)
                    .query(Boolean.class)
                    .single();
        });
    }

    /** Whom no right holds back, nor a log that cannot be written. */
    static JdbcClient asSuperuser() {
        return JdbcClient.create(RunningGateway.shared().database().asSuperuser());
    }

    static JdbcClient asApplication() {
        return JdbcClient.create(RunningGateway.shared().database().asApplication());
    }

    /** Empties both registers, so that a test says itself what they hold. Only the owner can do this. */
    static void forgetRegisters() {
        empty("consent, consent_event, consent_term, fact, fact_event");
    }

    /** @param tables with commas between them */
    static void empty(String tables) {
        asOwner();
        change("truncate " + tables + " cascade");
    }

    static int count(String table) {
        return asOwner()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    /** Log entries, but for those of canaries: they come by themselves. */
    static int entries() {
        return asOwner()
                .sql("select count(*) from transfer_log where kind <> 'CANARY'")
                .query(Integer.class)
                .single();
    }

    /** How many there are of all that appears together with a decision or not at all. */
    static Map<String, Integer> counts() {
        return Map.of(
                "log", entries(),
                "subjects", count("transfer_log_subject"),
                "deliveries", count("delivery"),
                "payloads", count("payload"),
                "receipts", count("receipt"),
                "keys", count("idempotency"),
                "tasks", count("task"));
    }

    /** Lets the term pass of a message that nobody fetched. */
    static void lapse(String transferId) {
        asOwner()
                .sql("update delivery set expires_at = now() - interval '1 second' where transfer_id = ?")
                .param(UUID.fromString(transferId))
                .update();
        RunningGateway.shared().bean(Expiry.class).expire();
        asOwner();
    }

    static int payloads(String transferId) {
        return countOf("payload", transferId);
    }

    /** Log entries of a kind about a transfer. */
    static int entries(String transferId, String kind) {
        return asOwner()
                .sql("select count(*) from transfer_log where transfer_id = ? and kind = ?")
                .params(UUID.fromString(transferId), kind)
                .query(Integer.class)
                .single();
    }

    static int countOf(String table, String transferId) {
        return asOwner()
                .sql("select count(*) from " + table + " where transfer_id = ?")
                .param(UUID.fromString(transferId))
                .query(Integer.class)
                .single();
    }
}
