package nl.sluiswachter.transferlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TileEdgeTest {

    @Property(tries = 100)
    void hasTheRootOfTheWholeTreeHoweverTheLeavesCame(
            @ForAll @Size(max = 8) List<@IntRange(max = 700) Integer> batches) {
        SomeTree tree = new SomeTree();
        Frontier frontier = Frontier.empty();
        for (int batch : batches) {
            SomeTree.leaves(frontier.end(), batch).forEach(frontier::append);
            tree.grow(batch);
            Hash root = SomeTree.root(SomeTree.leaves(0, (int) frontier.end()));

            assertThat(tree.edge.size()).isEqualTo(frontier.end());
            assertThat(tree.edge.root()).isEqualTo(root).isEqualTo(frontier.root());
            assertThat(tree.reader().root()).isEqualTo(root);
            assertThat(TileEdge.read(frontier.end(), tree.source()).root()).isEqualTo(root);
            assertThat(tree.edge.range()).isEqualTo(frontier.range());
        }
    }

    @Test
    void writesJustTheTilesOfTheExampleInTheSpecification() {
        List<TileAddress> written = TileEdge.empty().append(SomeTree.leaves(0, 70_000)).changed().stream()
                .map(Tile::address)
                .toList();

        assertThat(written)
                .hasSize(273 + 1 + 1 + 1 + 1)
                .doesNotHaveDuplicates()
                .allMatch(address -> address.isIn(70_000))
                .containsAll(TileAddress.edge(70_000));
        assertThat(TileAddress.edge(70_000).stream().map(TileAddress::path))
                .containsExactly("tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1");
        assertThat(TileAddress.edge(256).stream().map(TileAddress::path)).containsExactly("tile/1/000.p/1");
    }

    @Test
    void writesOnlyWhatChanged() {
        SomeTree tree = SomeTree.of(70_000);

        assertThat(tree.edge.append(SomeTree.leaves(70_000, 1)).changed())
                .extracting(tile -> tile.address().path())
                .containsExactly("tile/0/273.p/113");
        assertThat(tree.edge.append(List.of()).changed()).isEmpty();
        assertThat(tree.edge.size()).isEqualTo(70_000);
    }

    @Test
    void goesOnFromStoredTilesWhereItsOwnMemoryIsLost() {
        SomeTree tree = SomeTree.of(1_000);
        TileEdge reread = TileEdge.read(1_000, tree.source());

        assertThat(reread.append(SomeTree.leaves(1_000, 600)).changed())
                .isEqualTo(tree.edge.append(SomeTree.leaves(1_000, 600)).changed());
    }

    @Test
    void readsAFullTileWhereThePartialOneIsGone() {
        SomeTree small = SomeTree.of(300);
        SomeTree grown = SomeTree.of(512);
        Tiles onlyFull = addresses -> addresses.stream()
                .map(asked -> grown.tiles.getOrDefault(
                        new TileAddress(asked.level(), asked.index(), asked.level() == 0 ? 256 : 2),
                        grown.tiles.get(asked)))
                .toList();

        assertThat(TileEdge.read(300, onlyFull).root()).isEqualTo(small.edge.root());
        assertThat(new TreeReader(onlyFull, 300).root()).isEqualTo(small.edge.root());
    }

    @Test
    void namesTheTileThatIsMissingOrIsAnother() {
        SomeTree tree = SomeTree.of(300);
        Tile other = tree.tiles.get(new TileAddress(0, 0, 256));
        tree.tiles.remove(new TileAddress(0, 1, 44));

        assertThatThrownBy(() -> tree.reader().root())
                .isInstanceOf(MissingTile.class)
                .hasMessage("The log has no tile/0/001.p/44.");
        assertThatThrownBy(() -> new TreeReader(asked -> List.of(other, other), 300).leaf(299))
                .isInstanceOf(MissingTile.class);
        assertThatThrownBy(() -> TileEdge.read(300, asked -> List.of())).isInstanceOf(MissingTile.class);
    }

    @Property(tries = 100)
    void mergesRangesHashedApart(
            @ForAll @IntRange(max = 600) int begin,
            @ForAll @IntRange(max = 600) int first,
            @ForAll @IntRange(max = 600) int second) {
        CompactRange left = range(begin, first);
        CompactRange right = range(begin + first, second);

        assertThat(left.merge(right)).isEqualTo(range(begin, first + second));
        assertThat(range(0, begin).merge(left).merge(right).root())
                .isEqualTo(SomeTree.root(SomeTree.leaves(0, begin + first + second)));
    }

    private static CompactRange range(long begin, int count) {
        Frontier frontier = Frontier.startingAt(begin);
        SomeTree.leaves(begin, count).forEach(frontier::append);
        return frontier.range();
    }
}
