package nl.sluiswachter.transferlog.merkle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hashes of complete subtrees, from the fewest tiles, read at once. */
final class SubtreeHashes {
    private final Map<TileAddress, Tile> tiles;
    private final long size;

    private SubtreeHashes(Map<TileAddress, Tile> tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    static SubtreeHashes read(Tiles source, long size, List<Subtree> subtrees) {
        List<TileAddress> asked =
                subtrees.stream().map(subtree -> subtree.tile(size)).distinct().toList();
        List<Tile> found = Reading.exactly(source, asked);
        Map<TileAddress, Tile> tiles = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            tiles.put(asked.get(i), found.get(i));
        }
        return new SubtreeHashes(tiles, size);
    }

    List<Hash> of(List<Subtree> subtrees) {
        return subtrees.stream()
                .map(subtree -> subtree.in(tiles.get(subtree.tile(size))))
                .toList();
    }
}
