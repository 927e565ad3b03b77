package nl.sluiswachter.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluiswachter.delivery.SomeOutbox;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.support.TestServer;
import nl.sluiswachter.transferlog.SomeNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The disk under the log is full: a small file system in memory holds this month of it. Only who may mount one can do this drill;
 * {@code LogUnwritableTest} does it for everybody, with errors of the same code.
 */
@Timeout(120)
class FullDiskTest {

    private static final int MANY = 20_000;

    @TempDir
    private Path folder;

    private final TestServer server = TestServer.start();
    private final TestDatabase database = TestDatabase.createOn(server);
    private final JdbcClient superuser = JdbcClient.create(database.asSuperuser());
    private boolean mounted;

    @AfterEach
    void leaveNothing() throws Exception {
        server.close();
        if (mounted) {
            run("umount", folder.toString());
        }
    }

    @Test
    void refusesWhileTheDiskIsFullAndGoesOnByItself() throws Exception {
        mounted = mountSmall();
        assumeTrue(mounted, "needs the right to mount");
        putTheLogOnIt();
        DataSource source = database.asApplication();
        List<UUID> answered = new ArrayList<>();
        Path memory = Files.createTempDirectory("memory");
        try (SomeNode node = new SomeNode(source, SomeOutbox.on(source), memory.resolve("memory"))) {
            DataAccessResourceFailureException full = catchThrowableOfType(
                    DataAccessResourceFailureException.class, () -> appendUntilItFails(node, answered));
            assertThat(((SQLException) full.getMostSpecificCause()).getSQLState())
                    .isEqualTo("53100");
            assertThat(answered).isNotEmpty();

            run("mount", "-o", "remount,size=64m", folder.toString());

            answered.add(node.append());
        }
        new Aftermath(database, memory).isWhole(answered, List.of());
    }

    private static void appendUntilItFails(SomeNode node, List<UUID> answered) {
        for (int i = 0; i < MANY; i++) {
            answered.add(node.append());
        }
    }

    private void putTheLogOnIt() throws IOException {
        Path space = Files.createDirectory(folder.resolve("space"));
        Files.setAttribute(space, "unix:uid", Files.getAttribute(server.cluster(), "unix:uid"));
        superuser.sql("create tablespace small location '" + space + "'").update();
        superuser
                .sql("select format('alter table %I set tablespace small', relid::regclass) from"
                        + " pg_partition_tree('transfer_log') where isleaf")
                .query(String.class)
                .list()
                .forEach(sql -> superuser.sql(sql).update());
    }

    private boolean mountSmall() throws Exception {
        return run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder.toString()) == 0;
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
