package nl.sluiswachter.transferlog.proof;

import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.transferlog.StoredEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the entry of a decision, and its leaf. */
final class ProofTable {

    private static final String FIND =
            """
            select l.shard, l.position, l.entry, l.seed, log_leaf(l.shard, l.position) leaf
              from transfer_log l
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

    Optional<Found> find(UUID transferId) {
        return jdbc.sql(FIND)
                .param("transferId", transferId)
                .query((row, number) -> new Found(
                        row.getInt("shard"),
                        row.getLong("position"),
                        StoredEntry.bytes(row),
                        Optional.ofNullable(row.getBytes("seed")),
                        Optional.ofNullable(row.getObject("leaf", Long.class))))
                .optional();
    }
}
