package nl.sluiswachter.console.figures;

import java.util.Optional;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.transferlog.figures.Exchange;
import nl.sluiswachter.transferlog.figures.Tally;

/**
 * How often two parties exchanged something, with the law that it falls under.
 *
 * @param law empty for a type that is not in the catalogue any more
 */
public record Count(Exchange exchange, Optional<Origin> law, Tally tally) {}
