package nl.sluiswachter.kernel;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Keyed hash of a BSN or of a fallback identity set, cut to 128 bits: the only identity of a person at rest. */
public record SubjectKey(UUID value) {

    /** Its 16 bytes, as an entry of the log commits to them. */
    public byte[] bytes() {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
