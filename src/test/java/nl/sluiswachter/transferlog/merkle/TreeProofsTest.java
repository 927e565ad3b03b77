package nl.sluiswachter.transferlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeProofsTest {
    private static final int LARGEST = 2_000;
    private static final List<Hash> LEAVES = SomeTree.leaves(0, LARGEST);

    @Property(tries = 300)
    void everyLeafIsProvenAndNoAlteredProofIs(
            @ForAll @IntRange(min = 1, max = LARGEST) int size,
            @ForAll @IntRange(max = LARGEST) int anyIndex,
            @ForAll @IntRange(max = LARGEST) int otherIndex) {
        int index = anyIndex % size;
        Hash root = SomeTree.root(LEAVES.subList(0, size));
        InclusionProof proof = SomeTree.of(size).reader().inclusion(index);

        assertThat(proof.verifies(LEAVES.get(index), root)).isTrue();
        for (List<Hash> altered : Altered.hashes(proof.hashes())) {
            assertThat(new InclusionProof(index, size, altered).verifies(LEAVES.get(index), root))
                    .isFalse();
        }
        assertThat(proof.verifies(Altered.bit(LEAVES.get(index), otherIndex), root))
                .isFalse();
        assertThat(proof.verifies(LEAVES.get(index), Altered.bit(root, otherIndex)))
                .isFalse();
        Assume.that(otherIndex != index);
        assertThat(new InclusionProof(otherIndex, size, proof.hashes()).verifies(LEAVES.get(index), root))
                .isFalse();
    }

    @Property(tries = 300)
    void everyBeginningIsProvenAndNoAlteredProofIs(
            @ForAll @IntRange(min = 1, max = LARGEST) int size,
            @ForAll @IntRange(max = LARGEST) int anyOld,
            @ForAll @IntRange(max = LARGEST) int otherOld) {
        int old = anyOld % (size + 1);
        Hash root = SomeTree.root(LEAVES.subList(0, size));
        Hash oldRoot = SomeTree.root(LEAVES.subList(0, old));
        ConsistencyProof proof = SomeTree.of(size).reader().consistency(old);

        assertThat(proof.verifies(oldRoot, root)).isTrue();
        for (List<Hash> altered : Altered.hashes(proof.hashes())) {
            assertThat(new ConsistencyProof(old, size, altered).verifies(oldRoot, root))
                    .isFalse();
        }
        assertThat(proof.verifies(Altered.bit(oldRoot, otherOld), root)).isFalse();
        Assume.that(otherOld != old);
        assertThat(new ConsistencyProof(otherOld, size, proof.hashes()).verifies(oldRoot, root))
                .isFalse();
        Assume.that(old > 0); // anything begins with the empty tree
        assertThat(proof.verifies(oldRoot, Altered.bit(root, otherOld))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537})
    void provesAtTheEdgesOfTiles(int size) {
        SomeTree tree = SomeTree.of(size);
        List<Hash> leaves = SomeTree.leaves(0, size);
        Hash root = SomeTree.root(leaves);
        assertThat(tree.reader().root()).isEqualTo(root);
        for (int at : new int[] {0, 1, 254, 255, 256, 257, 65_279, 65_280, 65_534, 65_535, 65_536, size - 1}) {
            if (at < size) {
                assertThat(tree.reader().leaf(at)).isEqualTo(leaves.get(at));
                assertThat(tree.reader().inclusion(at).verifies(leaves.get(at), root))
                        .isTrue();
                Hash old = SomeTree.root(leaves.subList(0, at + 1));
                assertThat(tree.reader().consistency(at + 1).verifies(old, root))
                        .isTrue();
            }
        }
    }

    @Test
    void readsFewTilesAndReadsThemOnce() {
        SomeTree tree = SomeTree.of(70_000);
        List<TileAddress> asked = new ArrayList<>();
        List<Integer> reads = new ArrayList<>();
        Tiles counting = addresses -> {
            reads.add(addresses.size());
            asked.addAll(addresses);
            return tree.source().read(addresses);
        };

        new TreeReader(counting, 70_000).inclusion(12_345);

        assertThat(reads).hasSize(1);
        assertThat(asked).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void provesOldSizesFromTheTilesOfTheNewest() {
        SomeTree tree = new SomeTree();
        tree.grow(300);
        Hash old = tree.edge.root();
        tree.grow(700);

        assertThat(tree.reader().consistency(300).verifies(old, tree.edge.root()))
                .isTrue();
    }
}
