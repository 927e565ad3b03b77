package nl.sluiswachter.transferlog.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tree kept in memory, with the plain recursive definitions of RFC 6962 section 2.1 to compare with. */
final class SomeTree {
    final Map<TileAddress, Tile> tiles = new HashMap<>();
    TileEdge edge = TileEdge.empty();

    static List<Hash> leaves(long from, int count) {
        List<Hash> leaves = new ArrayList<>(count);
        for (long i = from; i < from + count; i++) {
            leaves.add(TreeHashing.leaf(ByteBuffer.allocate(8).putLong(i).array()));
        }
        return leaves;
    }

    static SomeTree of(int size) {
        SomeTree tree = new SomeTree();
        tree.grow(size);
        return tree;
    }

    void grow(int count) {
        TileEdge.Growth growth = edge.append(leaves(edge.size(), count));
        growth.changed().forEach(tile -> tiles.put(tile.address(), tile));
        edge = growth.edge();
    }

    Tiles source() {
        return Tiles.oneByOne(address -> Optional.ofNullable(tiles.get(address)));
    }

    TreeReader reader() {
        return new TreeReader(source(), edge.size());
    }

    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return TreeHashing.EMPTY;
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int middle = Integer.highestOneBit(leaves.size() - 1);
        return TreeHashing.node(root(leaves.subList(0, middle)), root(leaves.subList(middle, leaves.size())));
    }
}
