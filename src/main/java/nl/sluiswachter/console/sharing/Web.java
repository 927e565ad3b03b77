package nl.sluiswachter.console.sharing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lines as places and strands: few enough to be read. The largest have a place of their own and the rest shares one. A
 * refusal ends at its type: nothing came to a receiver.
 */
final class Web {

    private static final int MOST_ENDS = 12;
    private static final int MOST_TYPES = 40;

    /** Types that were not used once, with the place that the rest of them shares; the table has them all. */
    private static final int MOST_UNUSED = 9;

    private final List<Node> from;
    private final List<Node> types;
    private final List<Node> to;
    private final List<Strand> left = new ArrayList<>();
    private final List<Strand> right = new ArrayList<>();

    private Web(List<Node> from, List<Node> types, List<Node> to) {
        this.from = from;
        this.types = types;
        this.to = to;
    }

    static Web of(List<Line> lines) {
        Web web = new Web(
                nodes(attached(lines), line -> end(line.from(), line.permitted(), line.refused()), MOST_ENDS),
                nodes(lines, Web::type, Math.min(MOST_TYPES, used(lines) + MOST_UNUSED)),
                nodes(arriving(lines), line -> end(line.to(), line.permitted(), 0), MOST_ENDS));
        web.add(lines);
        return web;
    }

    List<Node> from() {
        return from;
    }

    List<Node> types() {
        return types;
    }

    List<Node> to() {
        return to;
    }

    /** From senders to types. */
    List<Strand> left() {
        return left;
    }

    /** From types to receivers. */
    List<Strand> right() {
        return right;
    }

    private void add(List<Line> lines) {
        Set<String> senders = keys(from);
        Set<String> middle = keys(types);
        Set<String> receivers = keys(to);
        Map<Strand, Long> leftSums = new LinkedHashMap<>();
        Map<Strand, Long> rightSums = new LinkedHashMap<>();
        for (Line line : attached(lines)) {
            String sender = place(line.from().key(), senders);
            String type = place(typeKey(line), middle);
            String receiver = place(line.to().key(), receivers);
            Strand.Kind kind = line.decided() == 0 ? Strand.Kind.UNUSED : Strand.Kind.SHARED;
            if (line.decided() == 0 || line.permitted() > 0) {
                leftSums.merge(new Strand(sender, type, kind, 0), line.permitted(), Long::sum);
                rightSums.merge(new Strand(type, receiver, kind, 0), line.permitted(), Long::sum);
            }
            if (line.refused() > 0) {
                leftSums.merge(new Strand(sender, type, Strand.Kind.REFUSED, 0), line.refused(), Long::sum);
            }
        }
        leftSums.forEach((strand, times) -> left.add(new Strand(strand.from(), strand.to(), strand.kind(), times)));
        rightSums.forEach((strand, times) -> right.add(new Strand(strand.from(), strand.to(), strand.kind(), times)));
    }

    private static int used(List<Line> lines) {
        return Math.toIntExact(lines.stream()
                .filter(line -> line.decided() > 0)
                .map(Web::typeKey)
                .distinct()
                .count());
    }

    private static List<Line> arriving(List<Line> lines) {
        return attached(lines).stream()
                .filter(line -> line.permitted() > 0 || line.decided() == 0)
                .toList();
    }

    private static List<Line> attached(List<Line> lines) {
        return lines.stream().filter(line -> !line.isLoose()).toList();
    }

    private static String place(String key, Set<String> known) {
        return known.contains(key) ? key : Node.REST;
    }

    private static Set<String> keys(List<Node> nodes) {
        return nodes.stream().map(Node::key).collect(Collectors.toSet());
    }

    private static List<Node> nodes(List<Line> lines, Function<Line, Node> node, int most) {
        Map<String, Node> sums = new LinkedHashMap<>();
        lines.forEach(line -> sums.merge(node.apply(line).key(), node.apply(line), Node::plus));
        List<Node> sorted = sums.values().stream()
                .sorted(Comparator.comparingLong(Node::decided).reversed().thenComparing(Node::name))
                .toList();
        if (sorted.size() <= most) {
            return sorted;
        }
        List<Node> shown = new ArrayList<>(sorted.subList(0, most - 1));
        List<Node> others = sorted.subList(most - 1, sorted.size());
        others.stream().map(Web::rest).reduce(Node::plus).ifPresent(rest -> shown.add(rest.standingFor(others.size())));
        return shown;
    }

    private static Node rest(Node node) {
        return new Node(Node.REST, "", "", Optional.empty(), Optional.empty(), 1, node.permitted(), node.refused());
    }

    private static Node end(End end, long permitted, long refused) {
        return new Node(end.key(), end.name(), "", end.party(), Optional.empty(), 0, permitted, refused);
    }

    private static Node type(Line line) {
        return new Node(
                typeKey(line),
                line.title(),
                line.law().map(Enum::name).orElse("NONE"),
                Optional.empty(),
                Optional.of(line.type()),
                0,
                line.permitted(),
                line.refused());
    }

    /** A type that is used under two laws stands under both. */
    private static String typeKey(Line line) {
        return line.law().map(Enum::name).orElse("NONE") + " " + line.type();
    }
}
