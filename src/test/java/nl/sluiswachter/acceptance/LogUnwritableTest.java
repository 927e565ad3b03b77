package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import nl.sluiswachter.support.Threads;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database answers, and the log in it cannot be written: nothing leaves, and service returns by itself. */
class LogUnwritableTest {

    private final Client municipality = Client.of("gemeente-wmo");
    private final Client provider = Client.of("wmo-aanbieder");

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void aFullDiskRefusesTheTransferWhenATableGrows() {
        refusesWhile(
                "full-insert", () -> Fault.raising("disk_full", "before insert on transfer_log for each row")::repair);
    }

    @Test
    void aFullDiskRefusesTheTransferAtTheCommit() {
        refusesWhile("full-commit", () -> Fault.atCommit("disk_full", "log_batch")::repair);
    }

    @Test
    void aDatabaseThatMayOnlyBeReadRefusesTheTransfer() {
        refusesWhile("read-only", () -> {
            readOnly("on");
            return () -> readOnly("off");
        });
    }

    /** What is being written is answered when it is durable, however long that takes; what waits behind it is not kept. */
    @Test
    void refusesWhatWaitsTooLongAndAnswersWhatWasBegun() throws SQLException {
        Map<String, Integer> before = Tables.counts();
        CompletableFuture<Reply> begun;
        Reply waited;
        try (Connection gate = RunningGateway.shared().database().asOwner().getConnection();
                Statement statement = gate.createStatement()) {
            gate.setAutoCommit(false);
            statement.execute("lock table idempotency in exclusive mode");
            begun = Threads.start(() -> send("begun"));
            Awaitility.await().until(LogUnwritableTest::somebodyWaits);
            waited = send("waited");
            gate.commit();
        }

        assertThat(waited.status()).isEqualTo(503);
        assertThat(waited.code()).isEqualTo("TRANSACTION_LOG_WRITE_ERROR");
        assertThat(waited.headers().get("Retry-After")).matches("[0-9]+");
        assertThat(begun.join().status()).isEqualTo(202);
        assertThat(Tables.counts().get("deliveries")).isEqualTo(before.get("deliveries") + 1);
        assertThat(send("waited").status()).isEqualTo(202);
    }

    private static boolean somebodyWaits() {
        return Tables.asSuperuser()
                .sql("select exists (select from pg_stat_activity where usename = 'sluiswachter_app'"
                        + " and wait_event_type = 'Lock' and query like '%idempotency%')")
                .query(Boolean.class)
                .single();
    }

    /** @param fault breaks something and gives what repairs it */
    private void refusesWhile(String key, Supplier<Runnable> fault) {
        Map<String, Integer> before = Tables.counts();
        Reply refusal;
        Runnable repair = fault.get();
        try {
            refusal = send(key);
        } finally {
            repair.run();
        }

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.code()).isEqualTo("TRANSACTION_LOG_WRITE_ERROR");
        assertThat(refusal.headers().get("Retry-After")).matches("[0-9]+");
        assertThat(refusal.text()).doesNotContain("PERMIT");
        assertThat(Tables.counts()).isEqualTo(before);
        Reply again = Awaitility.await().until(() -> send(key), answer -> answer.status() != 503);
        assertThat(again.status()).isEqualTo(202);
        assertThat(provider.get("/v1/inbox/" + again.transferId()).send().status())
                .isEqualTo(200);
    }

    private Reply send(String key) {
        return municipality
                .post("/v1/transfers", Messages.allocation())
                .key(key)
                .send();
    }

    /** For every session of the gateway from now on; those there are end. */
    private static void readOnly(String value) {
        JdbcClient superuser = Tables.asSuperuser();
        superuser
                .sql("alter role sluiswachter_app set default_transaction_read_only = " + value)
                .update();
        superuser
                .sql("select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = 'sluiswachter_app'")
                .query()
                .listOfRows();
    }
}
