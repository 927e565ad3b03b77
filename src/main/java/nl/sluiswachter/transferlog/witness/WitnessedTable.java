package nl.sluiswachter.transferlog.witness;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.WitnessedTree;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table log_witnessed: the tree of each neighbour that was cosigned last. */
final class WitnessedTable {

    private static final String FIND = "select size, root from log_witnessed where origin = :origin";
    private static final String FIRST =
            """
            insert into log_witnessed (origin, size, root, cosigned_at) values (:origin, :size, :root, :at)
                on conflict do nothing
            """;
    private static final String REPLACE =
            """
            update log_witnessed set size = :size, root = :root, cosigned_at = :at
             where origin = :origin and size = :oldSize and root = :oldRoot
            """;

    private final JdbcClient jdbc;

    WitnessedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when nothing of this log was cosigned yet. */
    Optional<WitnessedTree> find(String origin) {
        return jdbc.sql(FIND)
                .param("origin", origin)
                .query((row, number) -> new WitnessedTree(row.getLong("size"), Hash.of(row.getBytes("root"))))
                .optional();
    }

    /**
     * Durable when it returns true.
     *
     * @param known what was found before; nothing is changed when it is no longer that
     */
    boolean replace(String origin, Optional<WitnessedTree> known, WitnessedTree next, Instant at) {
        JdbcClient.StatementSpec statement = jdbc.sql(known.isPresent() ? REPLACE : FIRST)
                .param("origin", origin)
                .param("size", next.size())
                .param("root", next.root().bytes())
                .param("at", at.atOffset(ZoneOffset.UTC));
        known.ifPresent(tree -> statement
                .param("oldSize", tree.size())
                .param("oldRoot", tree.root().bytes()));
        return statement.update() == 1;
    }
}
