package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import nl.sluiswachter.transferlog.entry.MalformedEntry;
import nl.sluiswachter.transferlog.entry.PackedEntry;

/** Reads the column {@code entry} of the log. */
public final class StoredEntry {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredEntry() {}

    /** The bytes over which the hash of the entry was made. */
    public static byte[] bytes(byte[] stored) {
        try {
            return PackedEntry.unpack(stored);
        } catch (MalformedEntry e) {
            throw new IllegalStateException("A log entry was damaged: " + e.getMessage(), e);
        }
    }

    /**
     * The same of a row with its shard and position.
     *
     * @throws LogDamaged when they are none
     */
    public static byte[] bytes(ResultSet row) throws SQLException {
        byte[] stored = row.getBytes("entry");
        if (stored == null) {
            throw new LogDamaged(row.getInt("shard"), row.getLong("position"), null);
        }
        try {
            return bytes(stored);
        } catch (IllegalStateException e) {
            throw new LogDamaged(row.getInt("shard"), row.getLong("position"), e);
        }
    }

    /**
     * What the entry of a row with its shard and position says.
     *
     * @throws LogDamaged when it says nothing
     */
    public static JsonNode read(ResultSet row) throws SQLException {
        try {
            return read(row.getBytes("entry"));
        } catch (IllegalStateException e) {
            throw new LogDamaged(row.getInt("shard"), row.getLong("position"), e);
        }
    }

    /** What it says. */
    public static JsonNode read(byte[] stored) {
        return json(bytes(stored));
    }

    /** What these bytes of an entry say. */
    public static JsonNode json(byte[] entry) {
        try {
            return JSON.readTree(entry);
        } catch (IOException e) {
            throw new IllegalStateException("A log entry is not JSON", e);
        }
    }
}
