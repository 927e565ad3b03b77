package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.entry.Leaf;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places();

    @Test
    void refusesAPlaceThatComesTwice() throws Refuted {
        places.take(0, leaf(1, 0));
        places.take(1, leaf(2, 0));
        places.take(2, leaf(1, 1));

        assertThatThrownBy(() -> places.take(3, leaf(2, 0)))
                .isInstanceOf(Refuted.class)
                .hasMessage("The entry at shard 2, position 0 (leaf 3) stands in the tree twice or out of order:"
                        + " position 1 was next.");
    }

    @Test
    void namesThePlaceThatIsMissing() throws Refuted {
        places.take(0, leaf(1, 0));

        assertThatThrownBy(() -> places.take(1, leaf(1, 2)))
                .isInstanceOf(Refuted.class)
                .hasMessageStartingWith("The entry at shard 1, position 1 is missing: leaf 1 is position 2 with hash ");
    }

    private static Leaf leaf(int shard, long position) {
        return new Leaf(shard, position, EntryHash.of(new byte[0]));
    }
}
