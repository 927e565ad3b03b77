package nl.sluiswachter.support;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A migrated database of its own for one test class, on one real PostgreSQL for the whole test run, with the same two
 * roles as in production and durable settings.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final TestServer server;
    private final String name;

    private TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
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
        return server.source(name, server.running().appUser(), server.running().appPassword());
    }

    /** Connects as the owner of the tables: for looking inside and for tampering. */
    public DataSource asOwner() {
        return server.source(
                name, server.running().ownerUser(), server.running().ownerPassword());
    }

    /** Connects as somebody whom no right holds back: for tampering. */
    public DataSource asSuperuser() {
        return server.source(name, "postgres", server.running().superPassword());
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
