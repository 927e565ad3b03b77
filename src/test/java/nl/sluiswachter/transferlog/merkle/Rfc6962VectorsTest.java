package nl.sluiswachter.transferlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The eight leaves, roots and proofs that every implementation of Certificate Transparency is tested with. */
class Rfc6962VectorsTest {
    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final String N01 = "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
    private static final String LEAF_0 = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
    private static final String LEAF_1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private static final String LEAF_4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
    private static final String N23 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private static final String N45 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
    private static final String N67 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
    private static final String N03 = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
    private static final String N47 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";

    private final SomeTree tree = new SomeTree();
    private final List<Hash> leaves = new ArrayList<>();

    @Test
    void knowsTheRootOfEverySize() {
        Frontier frontier = Frontier.empty();
        assertThat(frontier.root()).hasToString(ROOTS.get(0));
        for (int i = 0; i < ENTRIES.size(); i++) {
            frontier.append(leaf(i));

            assertThat(frontier.root()).hasToString(ROOTS.get(i + 1));
        }
    }

    @Test
    void knowsTheInclusionProofs() {
        assertThat(inclusion(0, 1)).isEmpty();
        assertThat(inclusion(0, 8)).containsExactly(LEAF_1, N23, N47);
        assertThat(inclusion(5, 8)).containsExactly(LEAF_4, N67, N03);
        assertThat(inclusion(2, 3)).containsExactly(N01);
        assertThat(inclusion(1, 5)).containsExactly(LEAF_0, N23, LEAF_4);
    }

    @Test
    void knowsTheConsistencyProofs() {
        assertThat(consistency(1, 1)).isEmpty();
        assertThat(consistency(1, 8)).containsExactly(LEAF_1, N23, N47);
        assertThat(consistency(6, 8)).containsExactly(N45, N67, N03);
        assertThat(consistency(2, 5)).containsExactly(N23, LEAF_4);
    }

    private List<String> inclusion(long index, int size) {
        InclusionProof proof = grown(size).inclusion(index);
        assertThat(proof.verifies(
                        leaves.get((int) index), Hash.of(HexFormat.of().parseHex(ROOTS.get(size)))))
                .isTrue();
        return proof.hashes().stream().map(Hash::toString).toList();
    }

    private List<String> consistency(int oldSize, int size) {
        ConsistencyProof proof = grown(size).consistency(oldSize);
        Hash[] roots =
                ROOTS.stream().map(hex -> Hash.of(HexFormat.of().parseHex(hex))).toArray(Hash[]::new);
        assertThat(proof.verifies(roots[oldSize], roots[size])).isTrue();
        return proof.hashes().stream().map(Hash::toString).toList();
    }

    private TreeReader grown(int size) {
        leaves.clear();
        for (int i = 0; i < size; i++) {
            leaves.add(leaf(i));
        }
        TileEdge.Growth growth = TileEdge.empty().append(leaves);
        tree.tiles.clear();
        growth.changed().forEach(tile -> tree.tiles.put(tile.address(), tile));
        return new TreeReader(tree.source(), size);
    }

    private static Hash leaf(int entry) {
        byte[] bytes = HexFormat.of().parseHex(ENTRIES.get(entry));
        return TreeHashing.leaf(bytes);
    }
}
