package nl.sluiswachter.transferlog.tree;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.TreeHashing;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table log_tree. */
final class TreeTable {

    private static final String BEGIN =
            "insert into log_tree (epoch, size, root) values (1, 0, :root) on conflict do nothing";
    private static final String READ = "select epoch, size, root from log_tree";
    private static final String TRY = "select pg_try_advisory_xact_lock(hashtextextended('log_tree', 0))";
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('log_tree', 0))";
    private static final String BEGIN_EPOCH = "update log_tree set epoch = :epoch where epoch = :before";
    private static final String ADVANCE =
            """
            update log_tree set size = :size, root = :root
             where epoch = :epoch and size = :oldSize and root = :oldRoot
            """;

    private final JdbcClient jdbc;

    TreeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else integrates; false when somebody does already. */
    boolean tryLock() {
        return jdbc.sql(TRY).query(Boolean.class).single();
    }

    /** Waits until nobody else integrates; until the transaction ends nobody else does. */
    void lock() {
        jdbc.sql(LOCK).query((row, number) -> true).single();
    }

    /** The same tree in another epoch. */
    void beginEpoch(TreeState before, int epoch) {
        int changed = jdbc.sql(BEGIN_EPOCH)
                .param("before", before.epoch())
                .param("epoch", epoch)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("Somebody else began an epoch");
        }
    }

    /** The tree as it is; an empty one the first time. */
    TreeState read() {
        return find().orElseGet(() -> {
            jdbc.sql(BEGIN).param("root", TreeHashing.EMPTY.bytes()).update();
            return find().orElseThrow();
        });
    }

    private Optional<TreeState> find() {
        return jdbc.sql(READ).query(TreeTable::state).optional();
    }

    /** False when the tree is not any more what it was: then nothing of this round may stay. */
    boolean advance(TreeState before, TreeState after) {
        return jdbc.sql(ADVANCE)
                        .param("epoch", before.epoch())
                        .param("oldSize", before.size())
                        .param("oldRoot", before.root().bytes())
                        .param("size", after.size())
                        .param("root", after.root().bytes())
                        .update()
                == 1;
    }

    private static TreeState state(ResultSet row, int number) throws SQLException {
        return new TreeState(row.getInt("epoch"), row.getLong("size"), Hash.of(row.getBytes("root")));
    }
}
