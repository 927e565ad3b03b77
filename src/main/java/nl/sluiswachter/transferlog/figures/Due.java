package nl.sluiswachter.transferlog.figures;

/**
 * How often permits left one thing to be done.
 *
 * @param code of the obligation or review
 * @param review whether an officer does it; of anything else the log does not know whether it was done
 * @param done of reviews: with a verdict
 * @param late of reviews: without one, after the last day
 */
public record Due(String code, boolean review, long transfers, long done, long late) {}
