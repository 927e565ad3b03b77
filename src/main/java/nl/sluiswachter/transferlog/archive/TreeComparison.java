package nl.sluiswachter.transferlog.archive;

import java.util.List;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.MissingTile;
import nl.sluiswachter.transferlog.merkle.Tile;
import nl.sluiswachter.transferlog.merkle.TileAddress;
import nl.sluiswachter.transferlog.merkle.Tiles;
import nl.sluiswachter.transferlog.merkle.TreeReader;

/**
 * Whether leaves are in the tree of a checkpoint. One proof for each tile: it is made of all the hashes of the tile, so that
 * the other leaves in it need only be compared.
 */
final class TreeComparison {

    private final Tiles tiles;
    private final Checkpoint head;
    private Tile proven;

    TreeComparison(Tiles tiles, Checkpoint head) {
        this.tiles = tiles;
        this.head = head;
    }

    /** @throws ArchiveRefused naming the leaf, when the tree does not hold it there */
    void refuseStrange(long index, Leaf leaf) {
        if (index >= head.size() || !isThere(index, leaf)) {
            throw new ArchiveRefused(
                    "The entry at shard %d, position %d is not what the tree has at leaf %d: verify the log."
                            .formatted(leaf.shard(), leaf.position(), index));
        }
    }

    private boolean isThere(long index, Leaf leaf) {
        long number = index / TileAddress.FULL;
        if (proven != null && proven.address().index() == number) {
            return proven.hash((int) (index % TileAddress.FULL)).equals(leaf.hash());
        }
        int width = (int) Math.min(TileAddress.FULL, head.size() - number * TileAddress.FULL);
        try {
            proven = tiles.read(List.of(new TileAddress(0, number, width))).get(0);
            return new TreeReader(tiles, head.size()).inclusion(index).verifies(leaf.hash(), head.root());
        } catch (MissingTile e) {
            return false;
        }
    }
}
