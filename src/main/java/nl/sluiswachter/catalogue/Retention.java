package nl.sluiswachter.catalogue;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How long a party keeps what it sent or received, as a catalogue file states it. Who found no term says so: silence could
 * be an oversight.
 *
 * @param term empty where none was found
 * @param isStated whether the file says anything at all; only a catalogue of an older jar may be silent
 */
public record Retention(Optional<Period> term, boolean isStated) {

    /** What a file says where no term was found. */
    static final String UNKNOWN = "UNKNOWN";

    static final Retention NOT_STATED = new Retention(Optional.empty(), false);

    /**
     * Reads {@code P20Y} or {@code UNKNOWN}.
     *
     * @throws IllegalArgumentException for any other text
     */
    static Retention parse(String text) {
        if (text.equals(UNKNOWN)) {
            return new Retention(Optional.empty(), true);
        }
        try {
            return new Retention(Optional.of(Period.parse(text)), true);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("A term or UNKNOWN is expected", e);
        }
    }
}
