package nl.sluiswachter.transferlog;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Which kept images a rehearsal looks at, exactly, also while the gateway goes on deciding: whoever reads the range again
 * gets the same images, as long as none of them was forgotten.
 *
 * @param from the oldest moment of recording
 * @param snapshot what was written then, as PostgreSQL's {@code pg_snapshot}
 */
public record ImageRange(Instant from, String snapshot) {

    private static final Pattern SNAPSHOT = Pattern.compile("\\d{1,18}:\\d{1,18}:(\\d{1,18}(,\\d{1,18})*)?");

    /** @throws IllegalArgumentException when it is no snapshot */
    public ImageRange {
        if (from == null || snapshot == null || !SNAPSHOT.matcher(snapshot).matches()) {
            throw new IllegalArgumentException("not a range of images");
        }
    }
}
