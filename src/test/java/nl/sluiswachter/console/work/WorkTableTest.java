package nl.sluiswachter.console.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.support.Threads;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How much work of one officer goes on at once. */
class WorkTableTest {

    private static final byte[] OFFICER = new byte[32];
    private static final byte[] ANOTHER = {
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
    };
    private static final String WAITING =
            "select exists (select from pg_locks where locktype = 'advisory' and not granted"
                    + " and database = (select oid from pg_database where datname = current_database()))";

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient owner = JdbcClient.create(database.asOwner());
    private final TransactionTemplate transactions =
            new TransactionTemplate(new JdbcTransactionManager(database.asApplication()));
    private final WorkTable table = new WorkTable(JdbcClient.create(database.asApplication()), transactions);

    private boolean start(byte[] officer) {
        return table.start(UUID.randomUUID(), officer, WorkKind.EXPORT, Works.MOST_OF_ONE, Works.MOST_KEPT);
    }

    private void keep(int number) {
        owner.sql("insert into console_work (work_id, officer_hash, kind, state, started)"
                        + " select gen_random_uuid(), ?, 'EXPORT', 'DONE', now() - n * interval '1 minute'"
                        + " from generate_series(1, ?) as n")
                .params(OFFICER, number)
                .update();
    }

    private boolean aStartWaits() {
        return owner.sql(WAITING).query(Boolean.class).single();
    }

    @Test
    void waitsForWhatAnotherRequestBeginsRatherThanCountWithoutIt() throws Exception {
        List<CompletableFuture<Boolean>> asked = new ArrayList<>();

        transactions.executeWithoutResult(status -> {
            for (int i = 0; i < Works.MOST_OF_ONE; i++) {
                assertThat(start(OFFICER)).isTrue();
            }
            asked.add(Threads.start(() -> start(OFFICER)));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> asked.get(0).isDone() || aStartWaits());
        });

        assertThat(asked.get(0).get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void keepsNoMoreThanItsBoundWhenTwoRequestsBeginAtOnce() throws Exception {
        keep(Works.MOST_KEPT);
        List<CompletableFuture<Boolean>> asked = new ArrayList<>();

        transactions.executeWithoutResult(status -> {
            assertThat(start(OFFICER)).isTrue();
            asked.add(Threads.start(() -> start(OFFICER)));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> asked.get(0).isDone() || aStartWaits());
        });

        assertThat(asked.get(0).get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(table.list(OFFICER, 100))
                .hasSize(Works.MOST_KEPT)
                .filteredOn(Work::running)
                .hasSize(2);
    }

    @Test
    void erasesNothingForWorkThatIsNotTaken() {
        for (int i = 0; i < Works.MOST_OF_ONE; i++) {
            assertThat(start(OFFICER)).isTrue();
        }
        keep(Works.MOST_KEPT);

        assertThat(start(OFFICER)).isFalse();

        assertThat(table.list(OFFICER, 100)).hasSize(Works.MOST_KEPT + Works.MOST_OF_ONE);
    }

    @Test
    void takesNoMoreThanItsBoundHoweverManyAskAtOnce() throws Exception {
        List<CompletableFuture<Boolean>> asked = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            asked.add(Threads.start(() -> start(OFFICER)));
        }
        int taken = 0;
        for (CompletableFuture<Boolean> one : asked) {
            taken += one.get(10, TimeUnit.SECONDS) ? 1 : 0;
        }

        assertThat(taken).isEqualTo(Works.MOST_OF_ONE);
        assertThat(table.list(OFFICER, 100)).hasSize(Works.MOST_OF_ONE);
    }

    @Test
    void letsNobodyWaitForAnotherOfficer() {
        transactions.executeWithoutResult(status -> {
            assertThat(start(OFFICER)).isTrue();
            assertThat(Threads.start(() -> start(ANOTHER)))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isEqualTo(true);
        });
    }
}
