package nl.sluiswachter.party;

import java.time.Instant;
import java.time.LocalDate;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.Oin;

/**
 * Something of an active party that ends.
 *
 * @param until first moment after it
 */
public record Ending(Oin oin, String name, Kind kind, Instant until) {

    /** What ends. */
    public enum Kind {
        /** Its last certificate: from then on no door lets it in. */
        CERTIFICATE,
        /** The agreement with it, which nothing here enforces. */
        AGREEMENT
    }

    /** The last day on which it is there. */
    public LocalDate lastDay() {
        return Days.of(until.minusNanos(1));
    }
}
