package nl.sluiswachter.transferlog.figures;

import java.time.YearMonth;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;

/**
 * Which figures are asked for.
 *
 * @param from first month, of UTC
 * @param to last month, included
 * @param party that sent or was meant to receive; empty for all
 * @param exchangeType empty for all
 */
public record FigureQuery(YearMonth from, YearMonth to, Optional<Oin> party, Optional<String> exchangeType) {

    /** Everything of these months. */
    public static FigureQuery months(YearMonth from, YearMonth to) {
        return new FigureQuery(from, to, Optional.empty(), Optional.empty());
    }
}
