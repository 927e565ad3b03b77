package nl.sluiswachter.transferlog.figures;

import java.time.YearMonth;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;

/**
 * How often permits left something to be done.
 *
 * @param month of UTC, in which they were permitted
 * @param code of the obligation or review
 * @param review whether an officer does it; of anything else the log does not know whether it was done
 * @param done of reviews: with a verdict
 * @param late of reviews: without one, after the last day
 */
public record Obliged(
        YearMonth month,
        String exchangeType,
        Oin sender,
        Optional<Oin> receiver,
        String code,
        boolean review,
        long transfers,
        long done,
        long late) {}
