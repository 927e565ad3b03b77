package nl.sluiswachter.transferlog.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.JdbcEventLog;
import nl.sluiswachter.transferlog.SomeMark;
import nl.sluiswachter.transferlog.merkle.Frontier;
import nl.sluiswachter.transferlog.merkle.TreeHashing;
import nl.sluiswachter.transferlog.merkle.TreeReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tiles are made anew over several rounds, and over the boundary of a tile of tiles. */
class RebuildingTest {

    private static final int TILE_OF_TILES = 256 * 256;

    private final TestDatabase database = TestDatabase.create();
    private final DataSource source = database.asApplication();
    private final JdbcClient application = JdbcClient.create(source);

    @ParameterizedTest
    @ValueSource(ints = {TILE_OF_TILES - 1, TILE_OF_TILES, TILE_OF_TILES + 300})
    void makesTheTilesOfALargeTreeAnew(int size) {
        List<byte[]> leaves = IntStream.range(0, size)
                .mapToObj(number -> ("leaf " + number).getBytes(StandardCharsets.UTF_8))
                .toList();
        Frontier whole = Frontier.empty();
        leaves.forEach(leaf -> whole.append(TreeHashing.leaf(leaf)));
        new TreeTable(application, SomeMark.OURS).read();
        new BundleTable(application).append(0, leaves);
        JdbcClient.create(database.asOwner())
                .sql("update log_tree set size = ?, root = ?, mark = ?")
                .params(
                        size,
                        whole.root().bytes(),
                        SomeMark.OURS.ofTree(1, size, whole.root().bytes()))
                .update();

        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        JdbcEventLog events =
                new JdbcEventLog(application, SomeMark.OURS, new UuidV7(Clock.systemUTC()), Clock.systemUTC());
        assertThat(new Rebuilding(application, SomeMark.OURS, events, transactions).rebuild())
                .isEqualTo(size);

        assertThat(JdbcClient.create(database.asOwner())
                        .sql("select convert_from(entry, 'UTF8') from log_pending")
                        .query(String.class)
                        .single())
                .contains("\"detail\":{\"action\":\"REBUILD_TREE\",\"leaves\":\"" + size + "\"}")
                .contains("\"kind\":\"OPERATION\"");
        TreeReader tree = new TreeReader(new TileTable(application), size);
        assertThat(tree.root()).isEqualTo(whole.root());
        for (int index : new int[] {0, 16_383, 16_384, 65_279, 65_280, size - 2, size - 1}) {
            assertThat(tree.inclusion(index).verifies(TreeHashing.leaf(leaves.get(index)), whole.root()))
                    .as("leaf %d", index)
                    .isTrue();
        }
    }
}
