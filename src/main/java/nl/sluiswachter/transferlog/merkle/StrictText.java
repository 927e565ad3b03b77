package nl.sluiswachter.transferlog.merkle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Readers that accept exactly one spelling of a value. */
final class StrictText {
    private static final int LONGEST_LONG = 19;

    private StrictText() {}

    static Optional<byte[]> base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return base64(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A number from 0 to 2^63 - 1 in ASCII digits without leading zeroes. */
    static Optional<Long> decimal(String text) {
        boolean plain = !text.isEmpty()
                && text.length() <= LONGEST_LONG
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 1 || text.charAt(0) != '0');
        try {
            return plain ? Optional.of(Long.parseLong(text)) : Optional.empty();
        } catch (NumberFormatException beyondLong) {
            return Optional.empty();
        }
    }

    static String utf8(byte[] bytes, int limit, Malformation tooLarge, Malformation encoding) throws Malformed {
        if (bytes.length > limit) {
            throw new Malformed(tooLarge);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed(encoding);
        }
    }

    /** Also refuses a lone surrogate, which has no UTF-8. */
    static byte[] utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!text.equals(new String(bytes, StandardCharsets.UTF_8))) {
            throw new IllegalArgumentException("A text has no UTF-8");
        }
        return bytes;
    }

    static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
