package nl.sluiswachter.transferlog.proof;

import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.transferlog.StoredEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the entry of a decision, and its leaf. */
final class ProofTable {

    private static final String FIND =
            """
            select l.shard, l.position, l.entry, l.seed,
                   case when l.position < r.first_position + r.entries
                        then r.first_index + l.position - r.first_position end leaf
              from transfer_log l
              left join lateral (select first_index, first_position, entries from log_run
                                  where shard = l.shard and first_position <= l.position
                                  order by first_position desc limit 1) r on true
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
                        StoredEntry.bytes(row.getBytes("entry")),
                        Optional.ofNullable(row.getBytes("seed")),
                        Optional.ofNullable(row.getObject("leaf", Long.class))))
                .optional();
    }
}
