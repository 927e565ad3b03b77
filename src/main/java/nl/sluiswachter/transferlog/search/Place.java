package nl.sluiswachter.transferlog.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an entry stands among all, in order of time: what a page ended with.
 *
 * @param at when it was recorded, in microseconds
 * @param shard and {@code position}: where it was written
 */
public record Place(Instant at, int shard, long position) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,17})\\.([0-9]{1,9})\\.([0-9]{1,18})");
    private static final int LONGEST = 80;
    private static final long MICROS = 1_000_000;

    /** For a caller, who sends it back unchanged. */
    public String text() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        String plain = micros + "." + shard + "." + position;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads {@link #text()}; empty for any other text. */
    public static Optional<Place> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            Matcher parts = TEXT.matcher(plain);
            return parts.matches() ? Optional.of(place(parts)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Place place(Matcher parts) {
        long micros = Long.parseLong(parts.group(1));
        Instant at = Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000);
        return new Place(at, Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
    }
}
