package nl.sluiswachter.transferlog.merkle;

import java.util.ArrayList;
import java.util.List;

/** Leaves on their way into tiles: a full tile is put away and its root goes one level up. */
final class TileGrowth {
    private final List<Row> rows = new ArrayList<>();
    private final List<Tile> changed = new ArrayList<>();
    private long size;

    TileGrowth(List<Tile> partial, long size) {
        this.size = size;
        for (int level = 0; level <= TileAddress.HIGHEST_LEVEL; level++) {
            rows.add(new Row(level, size));
        }
        for (Tile tile : partial) {
            rows.get(tile.address().level()).start(tile);
        }
    }

    void add(Hash leaf) {
        size = Math.addExact(size, 1);
        Hash up = leaf;
        for (int level = 0; up != null; level++) {
            up = rows.get(level).add(up, changed);
        }
    }

    TileEdge.Growth done() {
        List<Tile> edge = new ArrayList<>();
        for (Row row : rows) {
            if (row.width > 0) {
                edge.add(row.tile());
            }
            if (row.width > 0 && row.isChanged) {
                changed.add(row.tile());
            }
        }
        return new TileEdge.Growth(new TileEdge(size, edge), changed);
    }

    /** The last tile of one level. */
    private static final class Row {
        private final int level;
        private final byte[] bytes = new byte[TileAddress.FULL * Hash.LENGTH];
        private long index;
        private int width;
        private boolean isChanged;

        private Row(int level, long size) {
            this.level = level;
            this.index = (size >>> Byte.SIZE * level) / TileAddress.FULL;
        }

        private void start(Tile tile) {
            width = tile.address().width();
            System.arraycopy(tile.bytes(), 0, bytes, 0, width * Hash.LENGTH);
        }

        /** The root of the tile when this hash filled it, else null. */
        private Hash add(Hash hash, List<Tile> changed) {
            hash.copyTo(bytes, width * Hash.LENGTH);
            width++;
            isChanged = true;
            if (width < TileAddress.FULL) {
                return null;
            }
            Tile full = tile();
            changed.add(full);
            index++;
            width = 0;
            return full.subtree(0, TileAddress.FULL);
        }

        private Tile tile() {
            return Tile.copying(new TileAddress(level, index, width), bytes);
        }
    }
}
