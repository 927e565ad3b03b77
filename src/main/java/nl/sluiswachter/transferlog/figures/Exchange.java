package nl.sluiswachter.transferlog.figures;

import java.util.Optional;
import nl.sluiswachter.kernel.Oin;

/**
 * That one party sends something of a type to another.
 *
 * @param receiver empty where no known party was meant
 */
public record Exchange(String type, Oin sender, Optional<Oin> receiver) {}
