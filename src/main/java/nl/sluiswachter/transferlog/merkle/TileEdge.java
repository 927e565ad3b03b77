package nl.sluiswachter.transferlog.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree of tiles at its right edge: enough to add leaves and to know the root, at most 8 partial tiles. Unchangeable: when
 * the changed tiles could not be stored, the edge from before is still right.
 */
public final class TileEdge {
    private final long size;
    private final List<Tile> partial;

    TileEdge(long size, List<Tile> partial) {
        this.size = size;
        this.partial = List.copyOf(partial);
    }

    /** A tree without leaves. */
    public static TileEdge empty() {
        return new TileEdge(0, List.of());
    }

    /** Reads the edge of a tree of this size; compare its root with the one you know before you go on. */
    public static TileEdge read(long size, Tiles tiles) {
        if (size < 0) {
            throw new IllegalArgumentException("A size is not negative");
        }
        List<TileAddress> addresses = TileAddress.edge(size);
        List<Tile> found = Reading.exactly(tiles, addresses);
        List<Tile> partial = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            partial.add(Tile.copying(addresses.get(i), found.get(i).bytes()));
        }
        return new TileEdge(size, partial);
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** The root of the whole tree. */
    public Hash root() {
        return range().root();
    }

    /** The whole tree as a compact range. */
    public CompactRange range() {
        List<Hash> hashes = new ArrayList<>();
        for (int i = partial.size() - 1; i >= 0; i--) {
            Tile tile = partial.get(i);
            int from = 0;
            for (int count = TileAddress.FULL / 2; count > 0; count /= 2) {
                if ((tile.address().width() & count) != 0) {
                    hashes.add(tile.subtree(from, count));
                    from += count;
                }
            }
        }
        return new CompactRange(0, size, hashes);
    }

    /** The tree with these leaf hashes added, and every tile that is new or wider than before. */
    public Growth append(List<Hash> leaves) {
        TileGrowth growth = new TileGrowth(partial, size);
        leaves.forEach(growth::add);
        return growth.done();
    }

    /** What a tree became: store the changed tiles, then publish the size and root of the edge. */
    public record Growth(TileEdge edge, List<Tile> changed) {
        public Growth {
            changed = List.copyOf(changed);
        }
    }
}
