package nl.sluiswachter.console.sharing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Lets strands run from one column to the next, beside each other where they leave and where they arrive. */
final class Ribbons {

    private static final double THINNEST = 1.5;

    private final double scale;

    /** @param scale how thick one transfer is */
    Ribbons(double scale) {
        this.scale = scale;
    }

    /** How high each place at one end must be, for all its strands. */
    Map<String, Double> need(List<Strand> strands, Function<Strand, String> end) {
        Map<String, Double> need = new HashMap<>();
        strands.forEach(strand -> need.merge(end.apply(strand), thickness(strand), Double::sum));
        return need;
    }

    /** The path of each strand between these lines. */
    Map<Strand, String> paths(List<Strand> strands, Column from, Column to, int x, int until) {
        Map<Strand, Double> leave =
                tops(strands, Strand::from, from, Comparator.comparingDouble(strand -> to.at(strand.to())
                        .y()));
        Map<Strand, Double> arrive =
                tops(strands, Strand::to, to, Comparator.comparingDouble(strand -> from.at(strand.from())
                        .y()));
        Map<Strand, String> paths = new HashMap<>();
        strands.forEach(
                strand -> paths.put(strand, path(x, leave.get(strand), until, arrive.get(strand), thickness(strand))));
        return paths;
    }

    private Map<Strand, Double> tops(
            List<Strand> strands, Function<Strand, String> end, Column column, Comparator<Strand> order) {
        Map<String, Double> next = new HashMap<>();
        need(strands, end).forEach((key, need) -> next.put(key, column.at(key).middle() - need / 2));
        Map<Strand, Double> tops = new HashMap<>();
        Stream<Strand> ordered = strands.stream().sorted(order.thenComparing(Strand::kind));
        ordered.forEach(strand -> {
            double top = next.get(end.apply(strand));
            tops.put(strand, top);
            next.put(end.apply(strand), top + thickness(strand));
        });
        return tops;
    }

    private double thickness(Strand strand) {
        return Math.max(THINNEST, strand.times() * scale);
    }

    /** Sorts by where, on average, the strands of a place go: so fewer of them cross. */
    static Comparator<Node> byAim(List<Strand> strands, Function<Strand, String> end, ToDoubleFunction<Strand> aim) {
        Map<String, double[]> sums = new HashMap<>();
        for (Strand strand : strands) {
            double[] sum = sums.computeIfAbsent(end.apply(strand), key -> new double[2]);
            double weight = strand.times() + 0.01;
            sum[0] += weight * aim.applyAsDouble(strand);
            sum[1] += weight;
        }
        return Comparator.comparingDouble(node -> {
            double[] sum = sums.get(node.key());
            return node.others() > 0 || sum == null ? Double.MAX_VALUE : sum[0] / sum[1];
        });
    }

    private static String path(double x, double y, double until, double arrival, double thickness) {
        double bend = (x + until) / 2;
        StringBuilder path = new StringBuilder();
        add(path, 'M', x, y);
        add(path, 'C', bend, y, bend, arrival, until, arrival);
        add(path, 'V', arrival + thickness);
        add(path, 'C', bend, arrival + thickness, bend, y + thickness, x, y + thickness);
        return path.append('Z').toString();
    }

    /** With one decimal at most: many paths stand in a page. */
    private static void add(StringBuilder path, char command, double... numbers) {
        path.append(command);
        for (double number : numbers) {
            long tenths = Math.round(number * 10);
            path.append(tenths / 10);
            if (tenths % 10 != 0) {
                path.append('.').append(tenths % 10);
            }
            path.append(' ');
        }
        path.setLength(path.length() - 1);
    }
}
