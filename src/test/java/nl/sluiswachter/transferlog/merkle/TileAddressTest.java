package nl.sluiswachter.transferlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileAddressTest {

    @Test
    void writesTheExampleOfTheSpecification() throws Malformed {
        assertThat(new TileAddress(0, 1_234_067, 8).path()).isEqualTo("tile/0/x001/x234/067.p/8");
        assertThat(new TileAddress(1, 0, 256).path()).isEqualTo("tile/1/000");
        assertThat(new BundleAddress(1_234_067, 256).path()).isEqualTo("tile/entries/x001/x234/067");
        assertThat(BundleAddress.parse("tile/entries/000.p/3").leaves()).isEqualTo(new TileAddress(0, 0, 3));
    }

    @Property
    void readsWhatItWrites(
            @ForAll @IntRange(max = 7) int level,
            @ForAll @LongRange(max = (1L << 55) - 1) long index,
            @ForAll @IntRange(min = 1, max = 256) int width)
            throws Malformed {
        Assume.that(index < (Long.MAX_VALUE >>> 8 * level) / 256);
        TileAddress address = new TileAddress(level, index, width);
        BundleAddress bundle = new BundleAddress(index, width);

        assertThat(TileAddress.parse(address.path())).isEqualTo(address);
        assertThat(BundleAddress.parse(bundle.path())).isEqualTo(bundle);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/0",
                "tile/0/",
                "tile/0/0",
                "tile/0/0000",
                "tile/00/000",
                "tile/-1/000",
                "tile/8/000",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/x001/x002",
                "tile/0/000.p/0",
                "tile/0/000.p/01",
                "tile/0/000.p/256",
                "tile/0/000.p/",
                "tile/0/000/",
                "/tile/0/000",
                "tile/0/000\n",
                "tile/0/٠٠٠",
                "tile/7/000",
                "tile/0/x999/x999/x999/x999/x999/999",
                "tile/0/x001/x001/x001/x001/x001/x001/x001/001",
                "tile/entries/000"
            })
    void refusesEveryOtherSpelling(String path) {
        assertThatThrownBy(() -> TileAddress.parse(path)).isInstanceOf(Malformed.class);
    }

    @Property
    void acceptsOnlyTheOneSpelling(@ForAll String text) {
        for (String path : List.of(text, "tile/" + text, "tile/0/" + text, "tile/0/000" + text)) {
            try {
                assertThat(TileAddress.parse(path).path()).isEqualTo(path);
            } catch (Malformed e) {
                assertThat(e.what()).isIn(Malformation.TILE_PATH, Malformation.TILE_OUTSIDE_ANY_TREE);
            }
        }
    }

    @Property
    void bundlesReadWhatTheyWrite(@ForAll @Size(min = 1, max = 256) List<byte[]> entries) throws Malformed {
        byte[] bundle = EntryBundle.encode(entries);

        assertThat(EntryBundle.decode(bundle, entries.size()))
                .usingRecursiveComparison()
                .isEqualTo(entries);
    }

    @Test
    void bundlesHoldEntriesOfTwoBytesLength() throws Malformed {
        List<byte[]> largest = List.of(new byte[0], new byte[Limits.ENTRY_BYTES]);

        assertThat(EntryBundle.decode(EntryBundle.encode(largest), 2).get(1)).hasSize(65_535);
        assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[Limits.ENTRY_BYTES + 1])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EntryBundle.encode(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
