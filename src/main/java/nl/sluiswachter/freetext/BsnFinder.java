package nl.sluiswachter.freetext;

import java.util.Set;
import nl.sluiswachter.kernel.Bsn;

/**
 * Numbers that pass the eleven-test. Nine digits in a usual grouping are one wherever they stand; any other grouping, or
 * eight digits, only beside a word that says so.
 */
final class BsnFinder {

    private static final String USUAL_GAPS = " .-_";
    private static final String ALL_GAPS = " .-_,/:";
    private static final Set<String> USUAL_SHAPES = Set.of("9", "333", "423", "111111111");
    private static final Set<String> SHORT_SHAPES = Set.of("8", "233", "323", "422", "2222", "11111111");
    private static final Set<String> NAMES = Set.of("bsn", "b.s.n", "burgerservice", "sofi");
    private static final int BEFORE = 32;
    private static final int AFTER = 16;
    private static final int LONGEST = 9;

    private final PlainText text;
    private final Runs runs;
    private final Finds finds;
    private final Nearby named;

    BsnFinder(PlainText text, Runs runs, Finds finds) {
        this.text = text;
        this.runs = runs;
        this.finds = finds;
        this.named = new Nearby(text, NAMES, AFTER, BEFORE);
    }

    void find() {
        for (int run = 0; run < runs.count(); run++) {
            int last = last(run);
            if (last >= 0) {
                finds.add(Kind.BSN, runs.start(run), runs.end(last));
                run = last;
            }
        }
    }

    /** The last run of a BSN that begins here; -1 when none does. */
    private int last(int run) {
        if (runs.size(run) > LONGEST || isTaken(run)) {
            return -1;
        }
        int usual = runs.upTo(run, LONGEST, USUAL_GAPS);
        if (usual >= 0
                && USUAL_SHAPES.contains(runs.shape(run, usual))
                && isBsn(run, usual)
                && isWhole(run, usual)
                && !runs.isNumberedMonth(run)) {
            return usual;
        }
        return runs.isDate(run) ? -1 : lastNamed(run);
    }

    private int lastNamed(int run) {
        int nine = runs.upTo(run, LONGEST, ALL_GAPS);
        if (nine >= 0 && isNamed(run, nine) && isBsn(run, nine)) {
            return nine;
        }
        int eight = runs.upTo(run, LONGEST - 1, ALL_GAPS);
        boolean isShort = eight >= 0 && isNamed(run, eight) && SHORT_SHAPES.contains(runs.shape(run, eight));
        return isShort && isBsn(run, eight) ? eight : -1;
    }

    private boolean isBsn(int first, int last) {
        return Bsn.isValid(text.digits(runs.start(first), runs.end(last)));
    }

    /** Groups of three with a dot or comma on either side are part of a greater amount. */
    private boolean isWhole(int first, int last) {
        boolean before = first > 0 && runs.isJoined(first - 1, ".,");
        boolean after = runs.isJoined(last, ".,") && runs.size(last + 1) == 3;
        return first == last || !before && !after;
    }

    private boolean isNamed(int first, int last) {
        return named.has(runs.start(first)) || named.has(runs.end(last) - 1);
    }

    private boolean isTaken(int run) {
        return finds.isTaken(Kind.IBAN, runs.start(run), runs.end(run))
                || finds.isTaken(Kind.PHONE, runs.start(run), runs.end(run));
    }
}
