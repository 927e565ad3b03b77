package nl.sluiswachter.verifier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.BundleAddress;
import nl.sluiswachter.transferlog.merkle.EntryBundle;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.TileAddress;

/**
 * A log in its database, as it was at one moment: every connection sees what the first saw. Needs nothing but the right to
 * select, and changes nothing.
 */
public final class Database implements LogSource, Closeable {

    private static final String NEWEST = "select l.epoch, l.size, l.note from log_checkpoint l";
    private static final String LAST = " order by l.epoch desc, l.size desc limit 1";
    private static final String WITNESSED =
            """
             where (select count(*) from log_cosignature c where c.epoch = l.epoch and c.size = l.size) >= ?
               and l.epoch = (select max(epoch) from log_checkpoint)
            """;
    private static final String COSIGNATURES =
            "select line from log_cosignature where epoch = ? and size = ? order by witness";
    private static final String TILE = "select hashes from log_tile where level = ? and tile_index = ?";
    private static final String BUNDLE = "select leaves, width from log_bundle where bundle_index = ?";

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
        return on(connection -> part(connection, path)).map(ByteArrayInputStream::new);
    }

    private Optional<byte[]> part(Connection connection, String path) throws SQLException, IOException {
        try {
            if (path.equals("checkpoint")) {
                return checkpoint(connection, NEWEST + LAST);
            }
            if (path.equals("witnessed-checkpoint")) {
                return checkpoint(connection, NEWEST + WITNESSED + LAST, quorum);
            }
            return path.startsWith("tile/entries/")
                    ? bundle(connection, BundleAddress.parse(path))
                    : tile(connection, TileAddress.parse(path));
        } catch (Malformed e) {
            return Optional.empty();
        }
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
        List<ExportedEntry> strange = new ArrayList<>();
        on(connection -> {
            try (ShardRows rows = ShardRows.withoutLeaf(connection, next)) {
                for (ExportedEntry one = rows.next(Long.MAX_VALUE, 0);
                        one != null && strange.size() <= Findings.MOST;
                        one = rows.next(Long.MAX_VALUE, 0)) {
                    strange.add(one);
                }
                return strange;
            }
        });
        return Entries.of(strange);
    }

    private static Optional<byte[]> checkpoint(Connection connection, String sql, Object... parameters)
            throws SQLException, IOException {
        try (PreparedStatement query = prepared(connection, sql, parameters);
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            ByteArrayOutputStream note = new ByteArrayOutputStream();
            note.write(row.getBytes("note"));
            try (PreparedStatement more = prepared(connection, COSIGNATURES, row.getInt("epoch"), row.getLong("size"));
                    ResultSet lines = more.executeQuery()) {
                while (lines.next()) {
                    note.write(lines.getString("line").getBytes(StandardCharsets.UTF_8));
                }
            }
            return Optional.of(note.toByteArray());
        }
    }

    private static Optional<byte[]> tile(Connection connection, TileAddress address) throws SQLException {
        try (PreparedStatement query = prepared(connection, TILE, address.level(), address.index());
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(beginning(row.getBytes("hashes"), address.bytes())) : Optional.empty();
        }
    }

    private static byte[] beginning(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, length));
    }

    private static Optional<byte[]> bundle(Connection connection, BundleAddress address)
            throws SQLException, Malformed {
        try (PreparedStatement query = prepared(connection, BUNDLE, address.index());
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            byte[] stored = row.getBytes("leaves");
            int width = row.getInt("width");
            if (width <= address.width()) {
                return Optional.of(stored);
            }
            List<byte[]> leaves = EntryBundle.decode(stored, width);
            return Optional.of(EntryBundle.encode(leaves.subList(0, address.width())));
        }
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
            try (var statement = another.createStatement()) {
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
