package nl.sluiswachter.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import nl.sluiswachter.demo.CarelessServer;
import nl.sluiswachter.demo.EmbeddedPostgres;
import nl.sluiswachter.demo.EmbeddedPostgresException;
import nl.sluiswachter.demo.ProgressListener;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL with durable settings, whose first database has all migrations; for the databases of tests. */
public final class TestServer implements AutoCloseable {

    private final Path build;
    private final Path data;
    private EmbeddedPostgres server;

    private TestServer() {
        try {
            build = Files.createDirectories(Path.of("target", "postgresql"));
            data = Files.createTempDirectory(build, "data-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = run(0);
        Flyway.configure()
                .dataSource(server.jdbcUrl(), server.ownerUser(), server.ownerPassword())
                .placeholders(Map.of("app", server.appUser()))
                .load()
                .migrate();
    }

    /** Stopped and deleted at the latest when the process ends. */
    public static TestServer start() {
        TestServer started = new TestServer();
        Runtime.getRuntime().addShutdownHook(new Thread(started::abandon));
        return started;
    }

    /** Address, users and passwords. */
    EmbeddedPostgres running() {
        return server;
    }

    /** Connects to no database of a test, as somebody who may do everything. */
    public JdbcClient superuser() {
        return JdbcClient.create(source("postgres", "postgres", server.superPassword()));
    }

    /** Where its files are; they belong to the user that the server runs as. */
    public Path cluster() {
        return data.resolve("postgresql/cluster");
    }

    /** Kills every process of the server at once, as when the power fails but for what the disk still holds back. */
    public void kill() {
        try (Stream<String> lines = Files.lines(cluster().resolve("postmaster.pid"))) {
            ProcessHandle first = ProcessHandle.of(
                            Long.parseLong(lines.findFirst().orElseThrow()))
                    .orElseThrow();
            Stream.concat(Stream.of(first), first.descendants()).toList().forEach(ProcessHandle::destroyForcibly);
            first.onExit().join();
            server.close();
        } catch (EmbeddedPostgresException e) {
            // there is nothing left to stop
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On the port it had, with settings that a gateway must not accept. */
    public void startAgainWith(String... settings) {
        CarelessServer.startAgain(data, build.resolve("programs"), server.port(), settings);
    }

    /** On the port it had, after it was killed. */
    public void startAgain() {
        server = run(server.port());
    }

    PGSimpleDataSource source(String database, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.jdbcUrl(database));
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private EmbeddedPostgres run(int port) {
        return EmbeddedPostgres.start(data, build.resolve("programs"), port, ProgressListener.SILENT);
    }

    /** At the end of the process, which is not waited for long: to write all databases of the tests to the disk takes longer. */
    private void abandon() {
        if (Files.exists(cluster().resolve("postmaster.pid"))) {
            CarelessServer.abandon(data, build.resolve("programs"));
        }
        delete();
    }

    @Override
    public void close() {
        server.close();
        delete();
    }

    private void delete() {
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
