package nl.sluiswachter.transferlog.figures;

import java.time.YearMonth;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;

/**
 * How many decisions of one kind were made in a month of UTC.
 *
 * @param receiver empty where no known party was meant
 * @param outcome PERMIT or DENY
 * @param reason of a refusal: the code of its first reason
 */
public record Figure(
        YearMonth month,
        String exchangeType,
        Oin sender,
        Optional<Oin> receiver,
        String outcome,
        Optional<String> reason,
        long transfers) {}
