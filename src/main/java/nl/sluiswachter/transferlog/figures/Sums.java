package nl.sluiswachter.transferlog.figures;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.transferlog.figures.Acknowledged.Within;

/**
 * Figures added up.
 *
 * @param exchanges at most {@link Figures#MOST} and one, which means that there are more
 * @param months those in which something was decided
 * @param reasons how often something was refused, by its first reason
 * @param answers how often a receiver answered that soon
 */
public record Sums(
        List<Exchanged> exchanges,
        Map<YearMonth, Tally> months,
        Map<String, Long> reasons,
        Map<Within, Long> answers,
        List<Due> duties) {}
