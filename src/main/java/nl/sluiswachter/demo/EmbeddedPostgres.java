package nl.sluiswachter.demo;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A real PostgreSQL 17 for one gateway, from the binaries on the class path, with durable settings and password
 * authentication, reachable on the loopback address only. Why not the launcher that comes with the binaries:
 * docs/decisions/embedded-postgresql.md.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private final DataFolderLock lock;
    private final PostgresServer server;
    private final String serverUrl;
    private final String superPassword;
    private final String ownerPassword;
    private final String appPassword;
    private boolean closed;

    private EmbeddedPostgres(DataFolderLock lock, PostgresServer server, Path data) {
        this.lock = lock;
        this.server = server;
        this.serverUrl = "jdbc:postgresql://127.0.0.1:" + server.port() + "/";
        this.superPassword = PostgresServer.superPassword(data);
        this.ownerPassword = Secrets.keep(data.resolve("owner.password"), Secrets::random);
        this.appPassword = Secrets.keep(data.resolve("app.password"), Secrets::random);
    }

    /** As {@link #start(Path, Path, int, ProgressListener)}, with the programs unpacked inside the data folder. */
    public static EmbeddedPostgres start(Path data, int port, ProgressListener progress) {
        return start(data, data.resolve("programs"), port, progress);
    }

    /**
     * Starts the database of this folder, and makes it first when the folder is new. A server that a killed gateway left
     * behind in the folder is stopped and recovered.
     *
     * @param data folder of this database, its passwords and its log; one gateway at a time
     * @param programs where the PostgreSQL programs are unpacked; may be shared
     * @param port on 127.0.0.1; 0 takes any free port
     * @throws EmbeddedPostgresException with one sentence that says what is wrong
     */
    public static EmbeddedPostgres start(Path data, Path programs, int port, ProgressListener progress) {
        Path folder = data.toAbsolutePath().normalize();
        DataFolderLock lock = DataFolderLock.take(folder);
        try {
            PostgresServer server =
                    PostgresServer.prepare(folder, programs.toAbsolutePath().normalize(), progress);
            server.start(port, progress);
            return new EmbeddedPostgres(lock, server, folder).withRoles();
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** JDBC address of the database, without user and password. */
    public String jdbcUrl() {
        return jdbcUrl(DatabaseRoles.DATABASE);
    }

    /** JDBC address of another database of this server. */
    public String jdbcUrl(String database) {
        return serverUrl + database;
    }

    /** Port on 127.0.0.1. */
    public int port() {
        return server.port();
    }

    /** The role that owns the tables and migrates. */
    public String ownerUser() {
        return DatabaseRoles.OWNER;
    }

    public String ownerPassword() {
        return ownerPassword;
    }

    /** The role of the running gateway. */
    public String appUser() {
        return DatabaseRoles.APPLICATION;
    }

    public String appPassword() {
        return appPassword;
    }

    /** Password of the superuser {@code postgres}; for tests that take the server apart. */
    public String superPassword() {
        return superPassword;
    }

    /** Stops the server; every committed transaction is on disk. May be called again. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                server.stop();
            } finally {
                lock.close();
            }
        }
    }

    private EmbeddedPostgres withRoles() {
        try {
            DatabaseRoles.ensure(serverUrl, superPassword, ownerPassword, appPassword);
            return this;
        } catch (SQLException e) {
            server.stop();
            throw new EmbeddedPostgresException("The embedded database refuses its own password: " + e.getMessage(), e);
        }
    }
}
