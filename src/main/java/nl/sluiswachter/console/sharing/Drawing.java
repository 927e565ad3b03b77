package nl.sluiswachter.console.sharing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.console.sharing.Column.Measure;
import nl.sluiswachter.console.sharing.Column.Slot;
import nl.sluiswachter.console.sharing.Picture.Box;
import nl.sluiswachter.console.sharing.Picture.Heading;
import nl.sluiswachter.console.sharing.Picture.Ribbon;

/** Lays out the picture: how high it becomes follows from what is in it, and a strand is as thick as it is often used. */
final class Drawing {

    private static final int WIDTH = 1280;
    private static final int MARGIN = 12;
    private static final int BAR = 12;
    private static final int FROM = 262;
    private static final int TYPE = 412;
    private static final int TYPE_WIDTH = 456;
    private static final int TO = WIDTH - FROM - BAR;
    private static final int ALL = 420;
    private static final int LONGEST_END = 30;
    private static final int LONGEST_TYPE = 39;
    private static final Measure ENDS = new Measure(36, 0);
    private static final Measure TYPES = new Measure(28, 30);

    private final Web web;
    private final Links links;
    private final Column from;
    private final Column types;
    private final Column to;
    private final Ribbons ribbons;

    private Drawing(Web web, Links links) {
        this.web = web;
        this.links = links;
        long all = web.types().stream().mapToLong(Node::decided).sum();
        this.ribbons = new Ribbons((double) ALL / Math.max(all, 1));
        Column middle = Column.of(inOrder(web.types()), needOfTypes(), TYPES);
        Column senders = column(web.from(), web.left(), Strand::from, strand -> middle.at(strand.to()));
        Column receivers = column(web.to(), web.right(), Strand::to, strand -> middle.at(strand.from()));
        double height = Math.max(middle.height(), Math.max(senders.height(), receivers.height()));
        this.from = senders.lowered(MARGIN + (height - senders.height()) / 2);
        this.types = middle.lowered(MARGIN + (height - middle.height()) / 2);
        this.to = receivers.lowered(MARGIN + (height - receivers.height()) / 2);
    }

    static Picture of(List<Line> lines, Links links) {
        return new Drawing(Web.of(lines), links).picture();
    }

    private Picture picture() {
        double height = Stream.of(from, types, to)
                .flatMap(column -> column.slots().values().stream())
                .mapToDouble(slot -> slot.y() + slot.height())
                .max()
                .orElse(0);
        return new Picture(
                WIDTH,
                (int) Math.ceil(height) + MARGIN,
                headings(),
                boxes(from, FROM, BAR, LONGEST_END),
                boxes(types, TYPE, TYPE_WIDTH, LONGEST_TYPE),
                boxes(to, TO, BAR, LONGEST_END),
                ribbons());
    }

    private Column column(
            List<Node> nodes, List<Strand> strands, Function<Strand, String> end, Function<Strand, Slot> aim) {
        List<Node> ordered = nodes.stream()
                .sorted(Ribbons.byAim(strands, end, strand -> aim.apply(strand).middle()))
                .toList();
        return Column.of(ordered, ribbons.need(strands, end), ENDS);
    }

    /** The law that is used most comes first, and within a law the type that is used most; the rest stands last. */
    private static List<Node> inOrder(List<Node> types) {
        Map<String, Long> laws =
                types.stream().collect(Collectors.groupingBy(Node::law, Collectors.summingLong(Node::decided)));
        return types.stream()
                .sorted(Comparator.comparing((Node node) -> node.others() > 0)
                        .thenComparing(node -> -laws.get(node.law()))
                        .thenComparing(Node::law)
                        .thenComparing(node -> -node.decided())
                        .thenComparing(Node::name))
                .toList();
    }

    private Map<String, Double> needOfTypes() {
        Map<String, Double> need = new HashMap<>(ribbons.need(web.left(), Strand::to));
        ribbons.need(web.right(), Strand::from).forEach((key, other) -> need.merge(key, other, Math::max));
        return need;
    }

    private List<Heading> headings() {
        List<Heading> headings = new ArrayList<>();
        String law = "";
        for (Node node : types.nodes()) {
            if (!node.law().equals(law) && !node.law().isEmpty()) {
                headings.add(new Heading(TYPE, (int) types.at(node.key()).y() - 8, node.law()));
            }
            law = node.law();
        }
        return headings;
    }

    private List<Box> boxes(Column column, int x, int width, int longest) {
        return column.nodes().stream()
                .map(node -> {
                    Slot slot = column.at(node.key());
                    return new Box(
                            x,
                            (int) Math.round(slot.y()),
                            width,
                            (int) Math.ceil(slot.height()),
                            css(node),
                            shortened(node.name(), longest),
                            node.name(),
                            node.others(),
                            node.permitted(),
                            node.refused(),
                            links.closer(node.party(), node.type()));
                })
                .toList();
    }

    private static String css(Node node) {
        return (node.law().isEmpty() ? "end" : "law-" + node.law()) + (node.decided() == 0 ? " ghost" : "");
    }

    private List<Ribbon> ribbons() {
        Map<Strand, String> left = ribbons.paths(web.left(), from, types, FROM + BAR, TYPE);
        Map<Strand, String> right = ribbons.paths(web.right(), types, to, TYPE + TYPE_WIDTH, TO);
        return Stream.concat(
                        web.left().stream().map(one -> ribbon(one, left.get(one), from, types)),
                        web.right().stream().map(one -> ribbon(one, right.get(one), types, to)))
                .sorted(Comparator.comparingLong(Ribbon::times).reversed())
                .toList();
    }

    private Ribbon ribbon(Strand strand, String path, Column start, Column end) {
        Node first = node(start, strand.from());
        Node last = node(end, strand.to());
        String open = strand.times() == 0
                ? ""
                : links.transfers(first.party(), last.party(), first.type().or(last::type));
        String link =
                open.isEmpty() ? "" : open + "&outcome=" + (strand.kind() == Strand.Kind.REFUSED ? "DENY" : "PERMIT");
        String law = first.law().isEmpty() ? last.law() : first.law();
        String kind = strand.kind().name().toLowerCase(Locale.ROOT);
        return new Ribbon(
                kind,
                "ribbon " + kind + " law-" + law,
                strand.kind() == Strand.Kind.REFUSED ? "url(#hatch)" : null,
                path,
                first.name(),
                last.name(),
                strand.times(),
                link);
    }

    private static Node node(Column column, String key) {
        return column.nodes().stream()
                .filter(node -> node.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Cut at a whole character, so that what is left can be shown. */
    private static String shortened(String name, int longest) {
        return name.codePointCount(0, name.length()) <= longest
                ? name
                : name.substring(0, name.offsetByCodePoints(0, longest - 1)).strip() + "\u2026";
    }
}
