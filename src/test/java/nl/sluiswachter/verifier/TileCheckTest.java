package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.TileEdge;
import nl.sluiswachter.transferlog.merkle.TreeHashing;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every tile of a log of two stretches is held against the leaves, whichever level it is of. */
class TileCheckTest {

    /** Two stretches, the second with one full tile and a begun one. */
    private static final int SIZE = LogSource.STRETCH + 300;

    private static final List<byte[]> LEAVES = new ArrayList<>();
    private static final Map<String, byte[]> WHOLE = new HashMap<>();

    private final Map<String, byte[]> tiles = new HashMap<>(WHOLE);

    @BeforeAll
    static void grow() {
        Hash entry = EntryHash.of(new byte[0]);
        List<Hash> hashes = new ArrayList<>();
        for (int position = 0; position < SIZE; position++) {
            LEAVES.add(new Leaf(1, position, entry).bytes());
            hashes.add(TreeHashing.leaf(LEAVES.get(position)));
        }
        TileEdge.empty()
                .append(hashes)
                .changed()
                .forEach(tile -> WHOLE.put(tile.address().path(), tile.bytes()));
    }

    @BeforeEach
    void hasSomeOfEachLevel() {
        assertThat(WHOLE)
                .hasSize(257 + 1 + 2 + 1)
                .containsKeys("tile/0/257.p/44", "tile/1/000", "tile/1/001.p/1", "tile/2/000.p/1");
    }

    @Test
    void findsNothingWhereNobodyTouchedIt() throws Exception {
        assertThat(sentences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tile/0/000, 0",
        "tile/0/255, 255",
        "tile/0/256, 7",
        "tile/0/257.p/44, 43",
        "tile/1/000, 255",
        "tile/1/001.p/1, 0",
        "tile/2/000.p/1, 0"
    })
    void namesATileThatWasChanged(String path, int place) throws Exception {
        byte[] other = tiles.get(path).clone();
        other[place * Hash.LENGTH + 9]++;
        tiles.put(path, other);

        assertThat(sentences())
                .singleElement()
                .asString()
                .startsWith("The tile %s was changed: at place %d it has hash %s and the leaves give "
                        .formatted(path, place, Hash.at(other, place * Hash.LENGTH)));
    }

    @ParameterizedTest
    @CsvSource({"tile/0/256", "tile/0/257.p/44", "tile/1/001.p/1", "tile/2/000.p/1"})
    void namesATileThatIsGone(String path) throws Exception {
        tiles.remove(path);

        assertThat(sentences()).containsExactly("The tile " + path + " is gone.");
    }

    @Test
    void countsThoseThatItNamesNoMore() throws Exception {
        tiles.clear();

        assertThat(sentences()).hasSize(Findings.MOST + 1).last().isEqualTo("And 161 more.");
    }

    private List<String> sentences() throws Exception {
        LogSource source = path -> Optional.ofNullable(tiles.get(path)).map(ByteArrayInputStream::new);
        TileCheck check = new TileCheck(source);
        for (int first = 0; first < SIZE; first += LogSource.STRETCH) {
            Stretch stretch = new Stretch(first, new TileRow(source, 0, first / 256));
            for (byte[] leaf : LEAVES.subList(first, Math.min(SIZE, first + LogSource.STRETCH))) {
                stretch.add(leaf);
            }
            stretch.tiles().end();
            check.take(stretch);
        }
        check.end();
        return check.sentences();
    }
}
