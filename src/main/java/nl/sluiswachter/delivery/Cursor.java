package nl.sluiswachter.delivery;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The place in an inbox after which the next page begins. Its text is opaque to callers and grants nothing. */
public record Cursor(Instant createdAt, UUID transferId) {

    private static final int BYTES = 3 * Long.BYTES;

    /** The cursor after this message. */
    static Cursor after(Envelope last) {
        return new Cursor(last.createdAt(), last.transferId());
    }

    /** The text for callers: unpadded base64url. */
    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, createdAt))
                .putLong(transferId.getMostSignificantBits())
                .putLong(transferId.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Reads a text made by {@link #text}; empty for any other. */
    public static Optional<Cursor> parse(String text) {
        try {
            Cursor cursor = decode(Base64.getUrlDecoder().decode(text));
            return cursor.text().equals(text) ? Optional.of(cursor) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Cursor decode(byte[] raw) {
        ByteBuffer bytes = ByteBuffer.wrap(raw);
        Instant createdAt = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
        return new Cursor(createdAt, new UUID(bytes.getLong(), bytes.getLong()));
    }
}
