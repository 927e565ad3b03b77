package nl.sluiswachter.transferlog.merkle;

import java.util.Arrays;
import java.util.HexFormat;

/** 32 bytes of SHA-256, unchangeable. Public by nature, so compared without regard to time. */
public final class Hash {
    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A hash of exactly these 32 bytes, which are copied. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A hash has 32 bytes");
        }
        return new Hash(bytes.clone());
    }

    /** The 32 bytes that start at this place. */
    public static Hash at(byte[] source, int offset) {
        return new Hash(Arrays.copyOfRange(source, offset, Math.addExact(offset, LENGTH)));
    }

    /** For bytes nobody else holds. */
    static Hash owning(byte[] bytes) {
        return new Hash(bytes);
    }

    /** Reads standard base64 with padding, in its one spelling. */
    public static Hash parse(String base64) throws Malformed {
        return StrictText.base64(base64)
                .filter(bytes -> bytes.length == LENGTH)
                .map(Hash::new)
                .orElseThrow(() -> new Malformed(Malformation.HASH_LENGTH));
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Standard base64 with padding, as the C2SP formats write a hash. */
    public String base64() {
        return StrictText.base64(bytes);
    }

    /** Writes the 32 bytes at a place. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, LENGTH);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** 64 lowercase hex digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
