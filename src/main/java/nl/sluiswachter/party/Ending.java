package nl.sluiswachter.party;

import java.time.Instant;
import nl.sluiswachter.kernel.Oin;

/**
 * An active party whose last key ends.
 *
 * @param until from then on no door lets it in
 */
public record Ending(Oin oin, String name, Instant until) {}
