package nl.sluiswachter.transferlog.search;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * Where an entry stands among all, in order of time: what a page ended with.
 *
 * @param at when it was recorded, in microseconds
 * @param shard and {@code position}: where it was written
 */
public record Place(Instant at, int shard, long position) {

    /** Of {@link #bytes()}. */
    static final int LENGTH = Long.BYTES + Integer.BYTES + Long.BYTES;

    private static final long MICROS = 1_000_000;

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(at.getEpochSecond() * MICROS + at.getNano() / 1000)
                .putInt(shard)
                .putLong(position)
                .array();
    }

    /** Reads {@link #bytes()}. */
    static Place of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long micros = buffer.getLong();
        Instant at = Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
        return new Place(at, buffer.getInt(), buffer.getLong());
    }
}
