package nl.sluiswachter.console.figures;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.sluiswachter.console.figures.FiguresView.Bar;
import nl.sluiswachter.console.figures.FiguresView.Chart;
import nl.sluiswachter.console.figures.FiguresView.Pillar;
import nl.sluiswachter.transferlog.figures.Tally;

/** Turns sums into lengths. */
final class Charts {

    /** Length of the longest bar. */
    static final int BAR = 220;

    private static final int WIDTH = 960;
    private static final int HEIGHT = 260;
    private static final int TOP = 24;
    private static final int GROUND = 224;
    private static final int PERCENT = 100;

    private Charts() {}

    static List<Bar> bars(Map<String, Tally> sums) {
        long most = sums.values().stream().mapToLong(Tally::decided).max().orElse(0);
        return sums.entrySet().stream()
                .map(sum -> bar(sum.getKey(), sum.getValue(), most))
                .toList();
    }

    static Chart months(Map<YearMonth, Tally> sums, Locale locale) {
        long most = sums.values().stream().mapToLong(Tally::decided).max().orElse(0);
        int step = WIDTH / Math.max(sums.size(), 1);
        List<Pillar> pillars = new ArrayList<>();
        sums.forEach((month, tally) -> pillars.add(pillar(pillars.size() * step, step, month, tally, most, locale)));
        return new Chart(WIDTH, HEIGHT, GROUND, most, pillars);
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

    private static Pillar pillar(int x, int step, YearMonth month, Tally tally, long most, Locale locale) {
        int permitted = length(tally.permitted(), most, GROUND - TOP);
        int refused = length(tally.refused(), most, GROUND - TOP);
        int width = Math.min(step - 8, 64);
        return new Pillar(
                x + (step - width) / 2,
                width,
                GROUND - permitted,
                permitted,
                GROUND - permitted - refused,
                refused,
                month.format(DateTimeFormatter.ofPattern("MMM", locale)),
                ScopeForm.month(month, locale),
                tally);
    }
}
