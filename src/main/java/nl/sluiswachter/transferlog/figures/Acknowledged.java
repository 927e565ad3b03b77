package nl.sluiswachter.transferlog.figures;

import java.time.YearMonth;
import nl.sluiswachter.kernel.Oin;

/**
 * How many permitted transfers between two parties were answered so soon by their receiver, with yes or with no.
 *
 * @param month of UTC, in which they were permitted
 */
public record Acknowledged(
        YearMonth month, String exchangeType, Oin sender, Oin receiver, Within within, long transfers) {

    /** Time between the decision and the answer, at most; each holds what the one before it does not. */
    public enum Within {
        MINUTE,
        HOUR,
        DAY,
        WEEK,
        LONGER
    }
}
