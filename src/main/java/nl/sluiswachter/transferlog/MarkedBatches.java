package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.merkle.Hash;

/**
 * Holds entries against the batches that they were written with. Whoever owns the database can change an entry and the hash beside
 * it, and make no batch that has the mark of a gateway. So by what an entry says something may be decided before it has its leaf too.
 */
public final class MarkedBatches {

    /** What is read of the batch, for {@link #names}. */
    public static final String COLUMNS =
            "b.first_position, b.last_position, b.previous_hash, b.hash as batch_mark, b.hashes";

    /** Joins {@code l}, which has a shard and a position, with its batch: one look into the index for each row. */
    public static final String JOIN =
            """
             left join lateral (select * from log_batch b
                                 where b.shard = l.shard and b.first_position <= l.position
                                 order by b.first_position desc limit 1) b on true
            """;

    private final LogMark mark;

    public MarkedBatches(LogMark mark) {
        this.mark = mark;
    }

    /**
     * What the entry of a row says, with its shard, its position and the {@link #COLUMNS} of its batch.
     *
     * @throws LogDamaged when no gateway wrote that there
     */
    public JsonNode entry(ResultSet row) throws SQLException {
        byte[] bytes = StoredEntry.bytes(row);
        if (!names(row, EntryHash.of(bytes).bytes())) {
            throw new LogDamaged(row.getInt("shard"), row.getLong("position"), null);
        }
        try {
            return StoredEntry.json(bytes);
        } catch (IllegalStateException e) {
            throw new LogDamaged(row.getInt("shard"), row.getLong("position"), e);
        }
    }

    /** Whether a gateway wrote an entry with this SHA-256 at the shard and the position of the row. */
    public boolean names(ResultSet row, byte[] hash) throws SQLException {
        long first = row.getLong("first_position");
        long last = row.getLong("last_position");
        byte[] previous = row.getBytes("previous_hash");
        byte[] hashes = row.getBytes("hashes");
        long position = row.getLong("position");
        if (previous == null || hashes == null || position > last) {
            return false;
        }
        byte[] made = mark.ofBatch(previous, row.getInt("shard"), first, last, hashes);
        return Arrays.equals(made, row.getBytes("batch_mark")) && stands(hash, hashes, position - first);
    }

    private static boolean stands(byte[] hash, byte[] hashes, long number) {
        int at = Math.toIntExact(number) * Hash.LENGTH;
        return Arrays.equals(hashes, at, at + Hash.LENGTH, hash, 0, hash.length);
    }
}
