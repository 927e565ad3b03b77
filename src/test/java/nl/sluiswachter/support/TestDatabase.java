package nl.sluiswachter.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.sluiswachter.demo.EmbeddedPostgres;
import nl.sluiswachter.demo.ProgressListener;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A migrated database of its own for one test class, on one real PostgreSQL for the whole test run, with the same two
 * roles as in production and durable settings.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A fresh, empty database with all migrations applied. */
    public static TestDatabase create() {
        return create("sluiswachter");
    }

    /** A fresh database to which no migration was applied. */
    public static TestDatabase createEmpty() {
        return create("template1");
    }

    private static TestDatabase create(String template) {
        String name = "test_" + NUMBER.incrementAndGet();
        Server.superuser("create database " + name + " template " + template + " owner " + Server.RUNNING.ownerUser());
        return new TestDatabase(name);
    }

    /** Connects as the running gateway does: no more rights than the migrations gave. */
    public DataSource asApplication() {
        return source(Server.RUNNING.appUser(), Server.RUNNING.appPassword());
    }

    /** Connects as the owner of the tables: for looking inside and for tampering. */
    public DataSource asOwner() {
        return source(Server.RUNNING.ownerUser(), Server.RUNNING.ownerPassword());
    }

    /** Connects as somebody whom no right holds back: for tampering. */
    public DataSource asSuperuser() {
        return source("postgres", Server.RUNNING.superPassword());
    }

    /** A copy as it is now, as a backup is; nobody may be connected. */
    public TestDatabase copy() {
        return create(name);
    }

    /** The settings with which an application context uses this database. */
    public Map<String, String> settings() {
        return Map.of(
                "spring.datasource.url", url(),
                "spring.datasource.username", Server.RUNNING.appUser(),
                "spring.datasource.password", Server.RUNNING.appPassword(),
                "spring.flyway.user", Server.RUNNING.ownerUser(),
                "spring.flyway.password", Server.RUNNING.ownerPassword());
    }

    /** JDBC address, without user and password. */
    public String url() {
        return Server.RUNNING.jdbcUrl(name);
    }

    private PGSimpleDataSource source(String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** One server for this process; stopped and deleted when it ends. */
    private static final class Server {

        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                Path build = Files.createDirectories(Path.of("target", "postgresql"));
                Path data = Files.createTempDirectory(build, "data-");
                EmbeddedPostgres server =
                        EmbeddedPostgres.start(data, build.resolve("programs"), 0, ProgressListener.SILENT);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server, data)));
                migrate(server);
                return server;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void remove(EmbeddedPostgres server, Path data) {
            server.close();
            try {
                FileSystemUtils.deleteRecursively(data);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void migrate(EmbeddedPostgres server) {
            Flyway.configure()
                    .dataSource(server.jdbcUrl(), server.ownerUser(), server.ownerPassword())
                    .placeholders(Map.of("app", server.appUser()))
                    .load()
                    .migrate();
        }

        private static void superuser(String sql) {
            String url = RUNNING.jdbcUrl("postgres");
            try (Connection connection = DriverManager.getConnection(url, "postgres", RUNNING.superPassword());
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
