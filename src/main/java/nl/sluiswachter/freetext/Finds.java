package nl.sluiswachter.freetext;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what the finders find in one text, and tells a later finder what an earlier one took. */
final class Finds {

    private final PlainText text;
    private final List<Found> found = new ArrayList<>();
    private final Map<Kind, BitSet> taken = new EnumMap<>(Kind.class);

    Finds(PlainText text) {
        this.text = text;
    }

    /** Positions are those of the plain text. */
    void add(Kind kind, int from, int to) {
        found.add(text.found(kind, from, to));
        taken.computeIfAbsent(kind, k -> new BitSet()).set(from, to);
    }

    boolean isTaken(Kind kind, int from, int to) {
        BitSet places = taken.get(kind);
        if (places == null) {
            return false;
        }
        int next = places.nextSetBit(from);
        return next >= 0 && next < to;
    }

    List<Found> inOrder() {
        found.sort(Comparator.comparingInt(Found::start).thenComparing(Found::kind));
        return List.copyOf(found);
    }
}
