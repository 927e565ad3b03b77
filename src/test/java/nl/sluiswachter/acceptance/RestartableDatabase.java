package nl.sluiswachter.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import nl.sluiswachter.demo.EmbeddedPostgres;
import nl.sluiswachter.demo.ProgressListener;
import nl.sluiswachter.support.KeptSessions;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL of the acceptance tests' own, which can be stopped and started again under a running gateway. */
final class RestartableDatabase {

    private final Path build;
    private final Path data;
    private final DataSource owner;
    private EmbeddedPostgres server;

    RestartableDatabase() {
        try {
            build = Files.createDirectories(Path.of("target", "postgresql"));
            data = Files.createTempDirectory(build, "acceptance-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = start(0);
        owner = new KeptSessions(source(server.ownerUser(), server.ownerPassword()));
    }

    void stop() {
        server.close();
    }

    /** On the port it had. */
    void startAgain() {
        server = start(server.port());
    }

    /** For the end of the process. */
    void remove() {
        server.close();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> settings() {
        return Map.of(
                "spring.datasource.url", server.jdbcUrl(),
                "spring.datasource.username", server.appUser(),
                "spring.datasource.password", server.appPassword(),
                "spring.flyway.user", server.ownerUser(),
                "spring.flyway.password", server.ownerPassword());
    }

    DataSource asOwner() {
        return owner;
    }

    DataSource asApplication() {
        return source(server.appUser(), server.appPassword());
    }

    DataSource asSuperuser() {
        return source("postgres", server.superPassword());
    }

    private EmbeddedPostgres start(int port) {
        return EmbeddedPostgres.start(data, build.resolve("programs"), port, ProgressListener.SILENT);
    }

    private DataSource source(String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.jdbcUrl());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
