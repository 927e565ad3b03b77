package nl.sluiswachter.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedPostgresTest {

    private static final Path PROGRAMS = Path.of("target", "postgresql", "programs");

    @TempDir
    private Path data;

    @Test
    void keepsItsDataAcrossRestarts() throws SQLException {
        try (EmbeddedPostgres database = start()) {
            asOwner(database, "create table kept as select 42 as answer");
        }

        try (EmbeddedPostgres database = start()) {
            assertThat(asOwner(database, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void isDurableAndListensOnTheLoopbackAddressOnly() throws SQLException {
        try (EmbeddedPostgres database = start()) {
            assertThat(asOwner(database, "select current_setting('server_version_num')::int / 10000"))
                    .isEqualTo("17");
            assertThat(asOwner(database, "show fsync")).isEqualTo("on");
            assertThat(asOwner(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(asOwner(database, "show full_page_writes")).isEqualTo("on");
            assertThat(asOwner(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        try (EmbeddedPostgres database = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.ownerUser(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void keepsItsPasswordsInFilesForTheirOwnerOnly() throws Exception {
        start().close();

        for (String file : List.of("postgres.password", "owner.password", "app.password")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void givesTheRunningGatewayNoRightsOfItsOwn() throws SQLException {
        try (EmbeddedPostgres database = start();
                Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.appUser(), database.appPassword());
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("create table mine (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void refusesASecondGatewayOnTheSameFolderInOneSentence() {
        try (EmbeddedPostgres first = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageStartingWith("Another gateway uses the data folder " + data)
                    .hasMessageContaining("sluiswachter.demo.data");
            assertThat(first.port()).isPositive();
        }
    }

    @Test
    void recoversTheServerThatAKilledGatewayLeftBehind() throws Exception {
        Process gateway = otherGateway();
        String line = gateway.inputReader().readLine();
        gateway.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        long orphan = Long.parseLong(Files.readAllLines(data.resolve("postgresql/cluster/postmaster.pid"))
                .get(0));

        List<String> steps = new ArrayList<>();
        try (EmbeddedPostgres database = EmbeddedPostgres.start(data, PROGRAMS, 0, steps::add)) {
            assertThat(line).isEqualTo("ready");
            assertThat(steps).contains("Stopping the database that an earlier gateway left running");
            assertThat(ends(orphan)).isTrue();
            assertThat(asOwner(database, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void leavesNoProcessBehindWhenClosed() throws Exception {
        EmbeddedPostgres database = start();
        long server = Long.parseLong(Files.readAllLines(data.resolve("postgresql/cluster/postmaster.pid"))
                .get(0));

        database.close();
        database.close();

        assertThat(ends(server)).isTrue();
        assertThat(data.resolve("postgresql/cluster/postmaster.pid")).doesNotExist();
    }

    /** The server removes its file just before its process ends. */
    private static boolean ends(long process) throws Exception {
        Optional<ProcessHandle> handle = ProcessHandle.of(process);
        return handle.isEmpty()
                || !handle.get().onExit().get(10, TimeUnit.SECONDS).isAlive();
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(data, PROGRAMS, 0, ProgressListener.SILENT);
    }

    private Process otherGateway() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherGateway.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String asOwner(EmbeddedPostgres database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    /** A gateway in a process of its own, there to be killed. */
    static final class OtherGateway {

        public static void main(String[] arguments) throws Exception {
            EmbeddedPostgres database =
                    EmbeddedPostgres.start(Path.of(arguments[0]), PROGRAMS, 0, ProgressListener.SILENT);
            asOwner(database, "create table kept as select 42 as answer");
            System.out.println("ready");
            System.out.flush();
            Thread.currentThread().join();
        }
    }
}
