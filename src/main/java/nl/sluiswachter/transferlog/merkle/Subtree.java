package nl.sluiswachter.transferlog.merkle;

/** A complete subtree: of {@code 2^height} leaves, the index-th of its height. */
record Subtree(int height, long index) {

    private int level() {
        return height / Byte.SIZE;
    }

    /** Number of neighbouring hashes of its tile it is made of. */
    private int count() {
        return 1 << height % Byte.SIZE;
    }

    /** The tile it is hashed from. */
    TileAddress tile(long size) {
        return TileAddress.holding(level(), index * count(), size);
    }

    Hash in(Tile tile) {
        return tile.subtree((int) (index * count() % TileAddress.FULL), count());
    }
}
