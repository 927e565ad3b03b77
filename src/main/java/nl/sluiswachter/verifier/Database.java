package nl.sluiswachter.verifier;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.sluiswachter.transferlog.entry.Leaf;

/**
 * A log in its database, as it was at one moment: every connection sees what the first saw. Needs nothing but the right to
 * select, and changes nothing.
 */
public final class Database implements LogSource, Closeable {

    private final String url;
    private final Properties account;
    private final boolean withSubjects;
    private final int quorum;
    private final Connection first;
    private final String snapshot;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final Queue<Connection> opened = new ConcurrentLinkedQueue<>();

    /**
     * Connects.
     *
     * @param url JDBC
     * @param account user and password, as the driver names them
     * @param withSubjects whether who entries are about is compared too, which takes about as long again
     * @param quorum of witnesses, at least 1, for the checkpoint that they saw
     * @throws IOException when it cannot be read
     */
    public Database(String url, Properties account, boolean withSubjects, int quorum) throws IOException {
        this.url = url;
        this.account = account;
        this.withSubjects = withSubjects;
        this.quorum = quorum;
        try {
            this.first = connect();
            this.snapshot = text(first, "select pg_export_snapshot()");
        } catch (SQLException e) {
            close();
            throw unreadable();
        }
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        return on(connection -> StoredParts.read(connection, path, quorum)).map(ByteArrayInputStream::new);
    }

    @Override
    public boolean hasEntries() {
        return true;
    }

    @Override
    public boolean shouldHaveEntries() {
        return true;
    }

    @Override
    public Entries entries(long index, List<Leaf> leaves) throws IOException {
        Connection connection = take();
        try {
            return new StoredEntries(connection, index, leaves, withSubjects, () -> idle.add(connection));
        } catch (SQLException e) {
            throw unreadable();
        }
    }

    @Override
    public Entries withoutLeaf(Map<Integer, Long> next) throws IOException {
        List<ExportedEntry> strange = on(connection -> strange(connection, next));
        return Entries.of(strange);
    }

    /** A few more than are told. */
    private static List<ExportedEntry> strange(Connection connection, Map<Integer, Long> next)
            throws SQLException, IOException {
        List<ExportedEntry> strange = new ArrayList<>();
        try (ShardRows rows = ShardRows.withoutLeaf(connection, next)) {
            ExportedEntry one = rows.next(Long.MAX_VALUE, 0);
            while (one != null && strange.size() <= Findings.MOST) {
                strange.add(one);
                one = rows.next(Long.MAX_VALUE, 0);
            }
        }
        return strange;
    }

    static PreparedStatement prepared(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setObject(i + 1, parameters[i]);
        }
        return query;
    }

    private interface Work<R> {
        R on(Connection connection) throws SQLException, IOException;
    }

    private <R> R on(Work<R> work) throws IOException {
        Connection connection = take();
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw unreadable();
        } finally {
            idle.add(connection);
        }
    }

    private Connection take() throws IOException {
        Connection free = idle.poll();
        if (free != null) {
            return free;
        }
        try {
            Connection another = connect();
            try (Statement statement = another.createStatement()) {
                statement.execute("set transaction snapshot '" + snapshot + "'");
            }
            return another;
        } catch (SQLException e) {
            throw unreadable();
        }
    }

    /** Binary transfer from the first row on: as text a bytea is twice as long. */
    private Connection connect() throws SQLException {
        Properties all = new Properties();
        all.putAll(account);
        all.setProperty("prepareThreshold", "-1");
        Connection connection = DriverManager.getConnection(url, all);
        opened.add(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set jit = off"); // over many months it takes longer than what it would speed up
        }
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    static Unreadable unreadable() {
        return new Unreadable(
                "The database cannot be read: see whether the address, the account and its rights are right.");
    }

    @Override
    public void close() {
        for (Connection connection : new ArrayList<>(opened)) {
            try {
                connection.close();
            } catch (SQLException e) {
                // nothing was changed, so nothing is lost
            }
        }
    }
}
