package nl.sluiswachter.transferlog.merkle;

import java.util.Arrays;

/** Hashes that stand side by side at one level of a tree; unchangeable. */
public final class Tile {
    private final TileAddress address;
    private final byte[] bytes;

    private Tile(TileAddress address, byte[] bytes) {
        this.address = address;
        this.bytes = bytes;
    }

    /** A tile as stored or served: 32 bytes for each hash. */
    public static Tile of(TileAddress address, byte[] bytes) throws Malformed {
        if (bytes.length != address.bytes()) {
            throw new Malformed(Malformation.TILE_LENGTH);
        }
        return new Tile(address, bytes.clone());
    }

    /** The first hashes of a longer array. */
    public static Tile copying(TileAddress address, byte[] source) {
        return new Tile(address, Arrays.copyOf(source, address.bytes()));
    }

    public TileAddress address() {
        return address;
    }

    /** A copy of the bytes as stored and served. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The hash at a place from 0. */
    public Hash hash(int place) {
        return Hash.at(bytes, place * Hash.LENGTH);
    }

    /** Of a full tile: the one hash that the level above has of it. */
    public Hash root() {
        if (!address.isFull()) {
            throw new IllegalStateException("A tile that is not full has no root yet");
        }
        return subtree(0, TileAddress.FULL);
    }

    /** The root of 1, 2, 4, … or 256 neighbouring hashes. */
    Hash subtree(int from, int count) {
        Hash[] row = new Hash[count];
        for (int i = 0; i < count; i++) {
            row[i] = hash(from + i);
        }
        for (int left = count / 2; left > 0; left /= 2) {
            for (int i = 0; i < left; i++) {
                row[i] = TreeHashing.node(row[2 * i], row[2 * i + 1]);
            }
        }
        return row[0];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tile tile && address.equals(tile.address) && Arrays.equals(bytes, tile.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * address.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return address.path();
    }
}
