package nl.sluiswachter.transferlog.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The bytes of an entry bundle: each entry after its length as two bytes, the higher first (C2SP tlog-tiles). */
public final class EntryBundle {

    private EntryBundle() {}

    /** Writes 1 to 256 entries of at most 65,535 bytes each. */
    public static byte[] encode(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > TileAddress.FULL) {
            throw new IllegalArgumentException("A bundle has 1 to 256 entries");
        }
        ByteBuffer bundle = ByteBuffer.allocate(
                entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum());
        for (byte[] entry : entries) {
            if (entry.length > Limits.ENTRY_BYTES) {
                throw new IllegalArgumentException("An entry has at most 65535 bytes");
            }
            bundle.putShort((short) entry.length).put(entry);
        }
        return bundle.array();
    }

    /** Reads exactly as many entries as the bundle is wide. */
    public static List<byte[]> decode(byte[] bytes, int width) throws Malformed {
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer bundle = ByteBuffer.wrap(bytes);
        while (bundle.hasRemaining()) {
            if (entries.size() == width) {
                throw new Malformed(Malformation.BUNDLE_WIDTH);
            }
            entries.add(next(bundle));
        }
        if (entries.size() != width) {
            throw new Malformed(Malformation.BUNDLE_WIDTH);
        }
        return List.copyOf(entries);
    }

    private static byte[] next(ByteBuffer bundle) throws Malformed {
        if (bundle.remaining() < Short.BYTES) {
            throw new Malformed(Malformation.BUNDLE_CUT_OFF);
        }
        int length = Short.toUnsignedInt(bundle.getShort());
        if (bundle.remaining() < length) {
            throw new Malformed(Malformation.BUNDLE_CUT_OFF);
        }
        byte[] entry = new byte[length];
        bundle.get(entry);
        return entry;
    }
}
