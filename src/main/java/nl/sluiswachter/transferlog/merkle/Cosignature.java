package nl.sluiswachter.transferlog.merkle;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** What is signed and what is stored in a cosignature/v1 (C2SP tlog-cosignature): a time in whole seconds, then Ed25519. */
public final class Cosignature {
    /** The last second of the year 9999: nobody can reckon with what comes after. */
    private static final long LATEST = 253_402_300_799L;

    private static final int TIME_BYTES = Long.BYTES;
    private static final int LENGTH = TIME_BYTES + 64;
    private static final String HEAD = "cosignature/v1\ntime ";

    private Cosignature() {}

    /** Seconds since 1970-01-01T00:00Z at which the cosigner saw the checkpoint; trust it only once it is verified. */
    public static Optional<Long> seconds(NoteSignature signature) {
        return seconds(signature.bytes());
    }

    static Optional<Long> seconds(byte[] bytes) {
        return Optional.of(bytes)
                .filter(all -> all.length == LENGTH)
                .map(all -> ByteBuffer.wrap(all).getLong())
                .filter(seconds -> seconds >= 0 && seconds <= LATEST);
    }

    static byte[] of(long seconds, byte[] signature) {
        return StrictText.joined(
                ByteBuffer.allocate(TIME_BYTES).putLong(seconds).array(), signature);
    }

    static byte[] message(long seconds, byte[] text) {
        return StrictText.joined(StrictText.utf8(HEAD + seconds + "\n"), text);
    }

    static byte[] signature(byte[] bytes) {
        return Arrays.copyOfRange(bytes, TIME_BYTES, bytes.length);
    }
}
