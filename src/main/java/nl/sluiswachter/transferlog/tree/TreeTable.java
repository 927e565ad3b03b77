package nl.sluiswachter.transferlog.tree;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import nl.sluiswachter.transferlog.LogMark;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.TreeHashing;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table log_tree. */
final class TreeTable {

    private static final String BEGIN =
            "insert into log_tree (epoch, size, root, mark) values (1, 0, :root, :mark) on conflict do nothing";
    private static final String READ = "select epoch, size, root, mark from log_tree";
    private static final String TRY = "select pg_try_advisory_xact_lock(hashtextextended('log_tree', 0))";
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('log_tree', 0))";
    private static final String BEGIN_EPOCH = "update log_tree set epoch = :epoch, mark = :mark where epoch = :before";
    private static final String ADVANCE =
            """
            update log_tree set size = :size, root = :root, mark = :mark
             where epoch = :epoch and size = :oldSize and root = :oldRoot
            """;

    private final JdbcClient jdbc;
    private final LogMark mark;

    TreeTable(JdbcClient jdbc, LogMark mark) {
        this.jdbc = jdbc;
        this.mark = mark;
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
                .param("mark", mark(new TreeState(epoch, before.size(), before.root())))
                .update();
        if (changed != 1) {
            throw new IllegalStateException("Somebody else began an epoch");
        }
    }

    /**
     * The tree as it is; an empty one the first time.
     *
     * @throws TreeDamaged when no gateway made it so
     */
    TreeState read() {
        return find().orElseGet(() -> {
            jdbc.sql(BEGIN)
                    .param("root", TreeHashing.EMPTY.bytes())
                    .param("mark", mark(new TreeState(1, 0, TreeHashing.EMPTY)))
                    .update();
            return find().orElseThrow();
        });
    }

    private Optional<TreeState> find() {
        return jdbc.sql(READ).query(this::state).optional();
    }

    /** False when the tree is not any more what it was: then nothing of this round may stay. */
    boolean advance(TreeState before, TreeState after) {
        return jdbc.sql(ADVANCE)
                        .param("epoch", before.epoch())
                        .param("oldSize", before.size())
                        .param("oldRoot", before.root().bytes())
                        .param("size", after.size())
                        .param("root", after.root().bytes())
                        .param("mark", mark(after))
                        .update()
                == 1;
    }

    private TreeState state(ResultSet row, int number) throws SQLException {
        TreeState state = new TreeState(row.getInt("epoch"), row.getLong("size"), Hash.of(row.getBytes("root")));
        if (!Arrays.equals(mark(state), row.getBytes("mark"))) {
            throw new TreeDamaged(
                    "No gateway wrote what log_tree says: verify the log, and put that row back from a backup");
        }
        return state;
    }

    private byte[] mark(TreeState state) {
        return mark.ofTree(state.epoch(), state.size(), state.root().bytes());
    }
}
