package nl.sluiswachter.console.figures;

import java.util.List;
import java.util.Map;
import nl.sluiswachter.console.figures.FiguresView.Bar;
import nl.sluiswachter.transferlog.figures.Tally;

/** Turns sums into lengths of the bars that stand in the rows of tables. */
final class Bars {

    /** Length of the longest bar. */
    static final int BAR = 220;

    private static final int PERCENT = 100;

    private Bars() {}

    static List<Bar> bars(Map<String, Tally> sums) {
        long most = sums.values().stream().mapToLong(Tally::decided).max().orElse(0);
        return sums.entrySet().stream()
                .map(sum -> bar(sum.getKey(), sum.getValue(), most))
                .toList();
    }

    /** At least one where there is something, so that it can be seen. */
    static int length(long times, long most, int whole) {
        return times == 0 ? 0 : (int) Math.max(1, Math.round((double) times * whole / most));
    }

    /** How many of a hundred; empty of none. */
    static String percent(long part, long whole) {
        return whole == 0 ? "" : Math.round((double) part * PERCENT / whole) + "%";
    }

    private static Bar bar(String name, Tally tally, long most) {
        return new Bar(
                name,
                tally,
                percent(tally.soon(), tally.permitted()),
                length(tally.permitted(), most, BAR),
                length(tally.refused(), most, BAR));
    }
}
