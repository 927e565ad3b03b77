package nl.sluiswachter.catalogue;

import java.time.LocalDate;

/**
 * A legal basis.
 *
 * @param inForceFrom first day of the text that was read; null when not in force
 * @param inForceUntil last day, null for none
 */
public record Article(LocalDate inForceFrom, LocalDate inForceUntil) {

    /** Whether the article is law on that day. */
    public boolean isInForceOn(LocalDate day) {
        return inForceFrom != null
                && !day.isBefore(inForceFrom)
                && (inForceUntil == null || !day.isAfter(inForceUntil));
    }
}
