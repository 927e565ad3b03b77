package nl.sluiswachter.transferlog.figures;

import java.time.YearMonth;

/**
 * How often permits of one exchange left something to be done.
 *
 * @param month of UTC, in which they were permitted
 */
public record Obliged(YearMonth month, Exchange exchange, Due due) {}
