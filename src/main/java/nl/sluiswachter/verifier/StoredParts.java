package nl.sluiswachter.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.BundleAddress;
import nl.sluiswachter.transferlog.merkle.EntryBundle;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.NoteSignature;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.TileAddress;

/** Checkpoints, tiles and leaves as they are stored, by the names that they have in an export. */
final class StoredParts {

    private static final String NOTES = "select l.epoch, l.size, l.note from log_checkpoint l";
    /** Whatever stands there that is larger than the tree was not published. */
    private static final String NEWEST =
            """
             where (l.epoch, l.size) <= (select epoch, size from log_tree) order by l.epoch desc, l.size desc limit 1
            """;

    private static final String WITNESSED =
            """
             where (select count(*) from log_cosignature c where c.epoch = l.epoch and c.size = l.size) >= ?
               and l.epoch = (select epoch from log_tree) and l.size <= (select size from log_tree)
             order by l.size desc limit 1
            """;
    /** As an export has them: of each month the first that enough witnesses cosigned in it. */
    private static final String MONTHLY =
            """
             where (l.epoch, l.size) in (
                select distinct on (date_trunc('month', min(cosigned_at), 'UTC')) epoch, size
                  from log_cosignature group by epoch, size having count(*) >= ?
                 order by date_trunc('month', min(cosigned_at), 'UTC'), epoch, size)
             order by l.epoch, l.size offset ? limit 1
            """;

    private static final String MONTH = "witnessed/";
    private static final String COSIGNATURES =
            "select line from log_cosignature where epoch = ? and size = ? order by witness";
    private static final String TILE = "select hashes from log_tile where level = ? and tile_index = ?";
    private static final String BUNDLE = "select leaves, width from log_bundle where bundle_index = ?";

    private StoredParts() {}

    /**
     * A part by its name; empty when there is none.
     *
     * @param quorum of witnesses, for the checkpoint that they saw
     */
    static Optional<byte[]> read(Connection connection, String path, int quorum) throws SQLException, IOException {
        try {
            if (path.equals("checkpoint")) {
                return checkpoint(connection, NOTES + NEWEST);
            }
            if (path.equals("witnessed-checkpoint")) {
                return checkpoint(connection, NOTES + WITNESSED, quorum);
            }
            if (path.startsWith(MONTH)) {
                int number = Integer.parseInt(path.substring(MONTH.length()));
                return checkpoint(connection, NOTES + MONTHLY, quorum, number);
            }
            return path.startsWith("tile/entries/")
                    ? bundle(connection, BundleAddress.parse(path))
                    : tile(connection, TileAddress.parse(path));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> checkpoint(Connection connection, String sql, Object... parameters)
            throws SQLException, IOException {
        try (PreparedStatement query = Database.prepared(connection, sql, parameters);
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            byte[] note = row.getBytes("note");
            try (PreparedStatement more =
                            Database.prepared(connection, COSIGNATURES, row.getInt("epoch"), row.getLong("size"));
                    ResultSet lines = more.executeQuery()) {
                while (lines.next()) {
                    note = with(note, lines.getString("line"));
                }
            }
            return Optional.of(note);
        }
    }

    /** With one signature more; without, when that is none: who may write one spoils no checkpoint with it. */
    private static byte[] with(byte[] note, String line) {
        try {
            return SignedCheckpoint.parse(note)
                    .with(NoteSignature.parseLines(line.getBytes(StandardCharsets.UTF_8)))
                    .bytes();
        } catch (Malformed e) {
            return note;
        }
    }

    private static Optional<byte[]> tile(Connection connection, TileAddress address) throws SQLException {
        try (PreparedStatement query = Database.prepared(connection, TILE, address.level(), address.index());
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(beginning(row.getBytes("hashes"), address.bytes())) : Optional.empty();
        }
    }

    private static byte[] beginning(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, length));
    }

    private static Optional<byte[]> bundle(Connection connection, BundleAddress address)
            throws SQLException, Malformed {
        try (PreparedStatement query = Database.prepared(connection, BUNDLE, address.index());
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
}
