package nl.sluiswachter.activation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.sluiswachter.activation.RehearsalSummary.Change;
import nl.sluiswachter.activation.RehearsalSummary.Totals;
import nl.sluiswachter.transfer.DecisionImage;
import nl.sluiswachter.transfer.Outcome;
import nl.sluiswachter.transfer.Outcome.Trace;
import nl.sluiswachter.transferlog.ImageRange;

/** Counts what a rehearsal finds, alike changes together, in bounded memory. */
final class Tally {

    private static final int MOST_KINDS = 500;

    private final String inForce;
    private final String candidate;
    private final ImageRange range;
    private final Predicate<String> confidential;
    private final Map<Change, Long> changes = new HashMap<>();
    private final Counter all = new Counter();
    private final Counter open = new Counter();
    private int hiddenKinds;
    private int openKinds;

    /** @param confidential whether figures about this exchange type are for few */
    Tally(String inForce, String candidate, ImageRange range, Predicate<String> confidential) {
        this.confidential = confidential;
        this.range = range;
        this.inForce = inForce;
        this.candidate = candidate;
    }

    void count(DecisionImage image, Outcome before, Outcome after) {
        counters(image).forEach(counter -> counter.decisions++);
        if (before.equals(after)) {
            return;
        }
        boolean more = after.deliversMoreThan(before);
        counters(image).forEach(counter -> counter.changed(more));
        Change kind = new Change(
                image.exchangeType(),
                image.senderOin(),
                word(before),
                word(after),
                difference(after, before),
                difference(before, after),
                more,
                0);
        if (changes.containsKey(kind) || takesRoom(image)) {
            changes.merge(kind, 1L, Long::sum);
        } else {
            counters(image).forEach(counter -> counter.unlisted++);
        }
    }

    /**
     * Takes room for one more kind, where there is; of confidential and of other exchanges apart: else the room that is left
     * would tell how many of the former there are.
     */
    private boolean takesRoom(DecisionImage image) {
        boolean hidden = confidential.test(image.exchangeType());
        int kinds = hidden ? hiddenKinds : openKinds;
        if (kinds == MOST_KINDS) {
            return false;
        }
        hiddenKinds += hidden ? 1 : 0;
        openKinds += hidden ? 0 : 1;
        return true;
    }

    /** A decision of which nothing can be said. */
    void countNotRehearsable(DecisionImage image) {
        counters(image).forEach(Counter::notRehearsable);
    }

    long decisions() {
        return all.decisions;
    }

    private List<Counter> counters(DecisionImage image) {
        return confidential.test(image.exchangeType()) ? List.of(all) : List.of(all, open);
    }

    /** Counts up. */
    private static final class Counter {

        private long decisions;
        private long changed;
        private long notRehearsable;
        private long deliversMore;
        private long unlisted;

        private void changed(boolean more) {
            changed++;
            deliversMore += more ? 1 : 0;
        }

        private void notRehearsable() {
            decisions++;
            notRehearsable++;
        }

        private Totals totals() {
            return new Totals(
                    decisions, decisions - changed - notRehearsable, changed, notRehearsable, deliversMore, unlisted);
        }
    }

    RehearsalSummary summary() {
        List<Change> listed = changes.entrySet().stream()
                .map(entry -> entry.getKey().times(entry.getValue()))
                .sorted(Comparator.comparing((Change change) -> !change.deliversMore())
                        .thenComparing(
                                Comparator.comparingLong(Change::decisions).reversed())
                        .thenComparing(Change::toString))
                .toList();
        return new RehearsalSummary(inForce, candidate, range, all.totals(), open.totals(), listed, "");
    }

    private static String word(Outcome outcome) {
        return outcome.permit() ? "PERMIT" : "DENY";
    }

    /** What the one says and the other does not, without the persons. */
    private static SortedSet<String> difference(Outcome one, Outcome other) {
        SortedSet<String> said = new TreeSet<>();
        without(one.failures(), other.failures()).forEach(trace -> said.add(trace.text()));
        without(one.removed(), other.removed()).forEach(trace -> said.add("left out: " + trace.text()));
        Set<String> duties = new HashSet<>(one.duties());
        duties.removeAll(other.duties());
        duties.forEach(duty -> said.add("duty: " + duty.replaceAll(" .*", "")));
        return said;
    }

    private static Set<Trace> without(Set<Trace> all, Set<Trace> those) {
        Set<Trace> left = new HashSet<>(all);
        left.removeAll(those);
        return left;
    }
}
