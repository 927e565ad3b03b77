package nl.sluiswachter.support;

import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.sluiswachter.demo.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A migrated database of its own for one test class, on one real PostgreSQL for the whole test run, with the same two
 * roles as in production and durable settings.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final TestServer server;
    private final String name;
    private final KeptSessions application;
    private final KeptSessions owner;

    private TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
        EmbeddedPostgres running = server.running();
        this.application = new KeptSessions(source(running.appUser(), running.appPassword()));
        this.owner = new KeptSessions(source(running.ownerUser(), running.ownerPassword()));
    }

    /** A fresh, empty database with all migrations applied. */
    public static TestDatabase create() {
        return createOn(Server.OF_ALL);
    }

    /** The same on a server of the test's own, which it can take apart. */
    public static TestDatabase createOn(TestServer server) {
        return create(server, "sluiswachter");
    }

    /** A fresh database to which no migration was applied. */
    public static TestDatabase createEmpty() {
        return create(Server.OF_ALL, "template1");
    }

    private static TestDatabase create(TestServer server, String template) {
        String name = "test_" + NUMBER.incrementAndGet();
        server.superuser()
                .sql("create database " + name + " template " + template + " owner "
                        + server.running().ownerUser())
                .update();
        return new TestDatabase(server, name);
    }

    /** Connects as the running gateway does: no more rights than the migrations gave. */
    public DataSource asApplication() {
        return application;
    }

    /** The same with settings of the session ({@code -c name=value}), each time in one that begins with them. */
    public DataSource asApplicationWith(String settings) {
        PGSimpleDataSource source =
                source(server.running().appUser(), server.running().appPassword());
        source.setOptions(settings);
        return source;
    }

    /** Connects as the owner of the tables: for looking inside and for tampering. */
    public DataSource asOwner() {
        return owner;
    }

    /** Connects as somebody whom no right holds back: for tampering. */
    public DataSource asSuperuser() {
        return source("postgres", server.running().superPassword());
    }

    private PGSimpleDataSource source(String user, String password) {
        return server.source(name, user, password);
    }

    /** With what a driver connects as somebody whom no right holds back. */
    public Properties superuserAccount() {
        Properties account = new Properties();
        account.setProperty("user", "postgres");
        account.setProperty("password", server.running().superPassword());
        return account;
    }

    /** A copy as it is now, as a backup is; nobody may be connected. */
    public TestDatabase copy() {
        try {
            application.end();
            owner.end();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return create(server, name);
    }

    /** The settings with which an application context uses this database. */
    public Map<String, String> settings() {
        return Map.of(
                "spring.datasource.url", url(),
                "spring.datasource.username", server.running().appUser(),
                "spring.datasource.password", server.running().appPassword(),
                "spring.flyway.user", server.running().ownerUser(),
                "spring.flyway.password", server.running().ownerPassword());
    }

    /** JDBC address, without user and password. */
    public String url() {
        return server.running().jdbcUrl(name);
    }

    /** One server for this process; stopped and deleted when it ends. */
    private static final class Server {

        private static final TestServer OF_ALL = TestServer.start();
    }
}
