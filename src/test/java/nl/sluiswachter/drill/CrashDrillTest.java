package nl.sluiswachter.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.support.TestServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes and databases that are killed with SIGKILL, each at a step that it had just reached. */
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashDrillTest {

    private static TestServer server;

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.createOn(server);

    @BeforeAll
    static void startTheServer() {
        server = TestServer.start();
    }

    @AfterAll
    static void stopTheServer() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before insert on idempotency",
                "before insert on receipt",
                "before insert on decision_image",
                "before insert on task",
                "before insert on delivery",
                "before insert on payload",
                "before insert on transfer_log",
                "before insert on transfer_log_subject",
                "before insert on log_batch",
                "commit of log_batch",
                "before insert on log_pending",
                "before delete on log_pending",
                "before insert on log_progress",
                "before insert on log_tile",
                "before insert on log_bundle",
                "before insert on log_run",
                "before update on log_tree",
                "commit of log_run",
                "before insert on log_checkpoint"
            })
    void losesNothingWhenANodeIsKilledAt(String step) {
        NodeProcess node = node("first");
        try (Brake brake = new Brake(database, step)) {
            node.awaitAnswers(20);
            node.awaitCheckpoint();
            brake.pull();
            brake.await();
            node.kill();
            brake.release();
        }

        new Aftermath(database, folder.resolve("first")).isWhole(node.answered(), node.published());
    }

    @Test
    void losesNothingWhenANodeIsKilledWhileItOpensItsShard() {
        try (Brake brake = new Brake(database, "before insert on log_shard")) {
            brake.pull();
            NodeProcess node = node("first");
            brake.await();
            node.kill();
            brake.release();
            assertThat(node.answered()).hasSizeLessThan(20);

            new Aftermath(database, folder.resolve("first")).isWhole(node.answered(), node.published());
        }
    }

    /** The commit is on disk, and the database does not say so because it waits for a standby that does not exist. */
    @Test
    void losesNothingWhenANodeIsKilledBetweenItsCommitAndTheAnswer() {
        NodeProcess node = node("first");
        node.awaitAnswers(20);
        node.awaitCheckpoint();
        server.superuser()
                .sql("alter system set synchronous_standby_names = 'nobody'")
                .update();
        try {
            reload();
            Awaitility.await().until(() -> waiting("COMMIT") > 0 && waiting("insert into log_pending%") > 0);
            node.kill();
        } finally {
            server.superuser()
                    .sql("alter system reset synchronous_standby_names")
                    .update();
            reload();
        }

        new Aftermath(database, folder.resolve("first")).isWhole(node.answered(), node.published());
    }

    /** The first, because a server that was killed flushes every file of every database that it has before it lets anybody in. */
    @Test
    @Order(1)
    void losesNothingWhenTheDatabaseIsKilledAndGoesOnByItself() {
        try (NodeProcess node = node("first")) {
            for (int crash = 0; crash < 2; crash++) {
                node.awaitAnswers(20);
                node.awaitCheckpoint();
                server.kill();
                server.startAgain();
            }
            node.awaitAnswers(20);
            node.awaitCheckpoint();
            node.kill();

            new Aftermath(database, folder.resolve("first")).isWhole(node.answered(), node.published());
        }
    }

    /** Whoever has the lock and stands before the tree loses its session, and at last its life; the other takes over. */
    @Test
    void keepsOneTreeWhenTwoNodesFightForIt() {
        Map<String, NodeProcess> nodes = new HashMap<>(Map.of("first", node("first"), "second", node("second")));
        Map<String, Integer> interrupted = new HashMap<>();
        try (Brake brake = new Brake(database, "before update on log_tree")) {
            nodes.values().forEach(node -> node.awaitAnswers(10));
            for (int round = 0; round < 200 && !(interrupted.size() == 2 && round >= 10); round++) {
                brake.pull();
                Brake.Stopped holder = brake.await();
                interrupted.merge(holder.node(), 1, Integer::sum);
                brake.end(holder);
                brake.release();
            }
            brake.pull();
            String last = brake.await().node();
            nodes.get(last).kill();
            brake.release();
            nodes.get(last.equals("first") ? "second" : "first").awaitCheckpoint();
        } finally {
            nodes.values().forEach(NodeProcess::close);
        }

        assertThat(interrupted).containsOnlyKeys("first", "second");
        new Aftermath(database, folder.resolve("first"))
                .isWhole(
                        Aftermath.all(nodes.values().stream().map(NodeProcess::answered)),
                        Aftermath.all(nodes.values().stream().map(NodeProcess::published)));
    }

    private NodeProcess node(String name) {
        try {
            return NodeProcess.start(database, Files.createDirectories(folder.resolve(name)), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void reload() {
        server.superuser().sql("select pg_reload_conf()").query(Boolean.class).single();
    }

    private static long waiting(String statement) {
        return server.superuser()
                .sql("select count(*) from pg_stat_activity where wait_event = 'SyncRep' and query like ?")
                .param(statement)
                .query(Long.class)
                .single();
    }
}
