package nl.sluiswachter.transferlog.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.StoredEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the entry of a decision, and its leaf. */
final class ProofTable {

    private static final String FIND =
            """
            select l.shard, l.position, l.entry, l.seed, log_leaf(l.shard, l.position) leaf,
                   l.position < p.next_position as sequenced
              from transfer_log l
              left join log_progress p on p.shard = l.shard
             where l.transfer_id = :transferId and l.kind = 'DECISION'
            """;

    private final JdbcClient jdbc;

    ProofTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param seed empty when it was destroyed
     * @param leaf index of the leaf; empty as long as it has none
     */
    record Found(int shard, long position, byte[] entry, Optional<byte[]> seed, Optional<Long> leaf) {}

    /** @throws LogDamaged when it says nothing, or its turn for a leaf is over and it has none: none will come */
    Optional<Found> find(UUID transferId) {
        return jdbc.sql(FIND)
                .param("transferId", transferId)
                .query((row, number) -> found(row))
                .optional();
    }

    private static Found found(ResultSet row) throws SQLException {
        Optional<Long> leaf = Optional.ofNullable(row.getObject("leaf", Long.class));
        if (leaf.isEmpty() && row.getBoolean("sequenced")) {
            throw new LogDamaged(row.getInt("shard"), row.getLong("position"), null);
        }
        return new Found(
                row.getInt("shard"),
                row.getLong("position"),
                StoredEntry.bytes(row),
                Optional.ofNullable(row.getBytes("seed")),
                leaf);
    }
}
