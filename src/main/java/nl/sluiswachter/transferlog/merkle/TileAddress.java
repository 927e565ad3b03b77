package nl.sluiswachter.transferlog.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a tile of hashes is (C2SP tlog-tiles). Level 0 holds leaf hashes, each hash of a higher level is the root of a full
 * tile of the level below. A width below 256 is a partial tile, the last of its level.
 */
public record TileAddress(int level, long index, int width) {
    /** Hashes in a full tile. */
    public static final int FULL = TilePath.FULL;

    /** The highest level with a hash in a tree of 2^63 - 1 leaves. */
    public static final int HIGHEST_LEVEL = 7;

    private static final int LEVEL_BITS = 8;
    private static final String PREFIX = "tile/";

    public TileAddress {
        if (!isInSomeTree(level, index, width)) {
            throw new IllegalArgumentException(Malformation.TILE_OUTSIDE_ANY_TREE.sentence());
        }
    }

    /** Reads {@code tile/<level>/<index>[.p/<width>]}, without a slash in front. */
    public static TileAddress parse(String path) throws Malformed {
        int slash = path.indexOf('/', PREFIX.length());
        if (!path.startsWith(PREFIX) || slash < 0) {
            throw new Malformed(Malformation.TILE_PATH);
        }
        long level = StrictText.decimal(path.substring(PREFIX.length(), slash))
                .orElseThrow(() -> new Malformed(Malformation.TILE_PATH));
        TilePath rest =
                TilePath.parse(path.substring(slash + 1)).orElseThrow(() -> new Malformed(Malformation.TILE_PATH));
        if (level > HIGHEST_LEVEL || !isInSomeTree((int) level, rest.index(), rest.width())) {
            throw new Malformed(Malformation.TILE_OUTSIDE_ANY_TREE);
        }
        return new TileAddress((int) level, rest.index(), rest.width());
    }

    /** The partial tiles at the right edge of a tree of this size, lowest level first. */
    public static List<TileAddress> edge(long size) {
        List<TileAddress> edge = new ArrayList<>();
        for (int level = 0; level <= HIGHEST_LEVEL; level++) {
            long hashes = hashes(level, size);
            if (hashes % FULL != 0) {
                edge.add(new TileAddress(level, hashes / FULL, (int) (hashes % FULL)));
            }
        }
        return edge;
    }

    /** The tile with this hash of a level, as wide as it is in a tree of this size. */
    static TileAddress holding(int level, long hash, long size) {
        long index = hash / FULL;
        return new TileAddress(level, index, (int) Math.min(FULL, hashes(level, size) - index * FULL));
    }

    /** The tile with the root of this full one, as wide as it is in a tree of this size. */
    public TileAddress above(long size) {
        return holding(level + 1, index, size);
    }

    /** Whether the tile has all its 256 hashes and never changes again. */
    public boolean isFull() {
        return width == FULL;
    }

    /** Whether a tree of this size has this tile: full, or partial at just this width. */
    public boolean isIn(long size) {
        long hashes = hashes(level, size);
        return isFull() ? hashes / FULL > index : hashes / FULL == index && hashes % FULL == width;
    }

    /** Length of the tile: 32 bytes for each hash. */
    public int bytes() {
        return width * Hash.LENGTH;
    }

    /** {@code tile/<level>/<index>[.p/<width>]}. */
    public String path() {
        return PREFIX + level + "/" + new TilePath(index, width).text();
    }

    private static long hashes(int level, long size) {
        return size >>> LEVEL_BITS * level;
    }

    private static boolean isInSomeTree(int level, long index, int width) {
        if (level < 0 || level > HIGHEST_LEVEL || width < 1 || width > FULL || index < 0) {
            return false;
        }
        long most = hashes(level, Long.MAX_VALUE);
        return index <= most / FULL && width <= most - index * FULL;
    }
}
