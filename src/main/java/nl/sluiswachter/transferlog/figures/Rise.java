package nl.sluiswachter.transferlog.figures;

/**
 * A reason for refusals that comes more often than before.
 *
 * @param reason the code of the first failing finding
 * @param week refusals of the last seven days
 * @param before refusals a week, on average of the four weeks before
 */
public record Rise(String reason, long week, double before) {}
