package nl.sluiswachter.freetext;

/** The runs of digits in a text, and how they are joined to a number that was written in groups. */
final class Runs {

    private static final int WIDEST_GAP = 3;

    private final PlainText text;
    private final int[] bounds;

    Runs(PlainText text) {
        this.text = text;
        this.bounds = text.digitRuns();
    }

    int count() {
        return bounds.length / 2;
    }

    int start(int run) {
        return bounds[2 * run];
    }

    int end(int run) {
        return bounds[2 * run + 1];
    }

    int size(int run) {
        return end(run) - start(run);
    }

    /** Whether only one to three of these characters stand between the run and the next. */
    boolean isJoined(int run, String separators) {
        if (run + 1 >= count() || start(run + 1) - end(run) > WIDEST_GAP) {
            return false;
        }
        for (int i = end(run); i < start(run + 1); i++) {
            if (separators.indexOf(text.at(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The last of the joined runs that together have exactly so many digits; -1 when no run ends there. */
    int upTo(int first, int digits, String separators) {
        int sum = size(first);
        int last = first;
        while (sum < digits && isJoined(last, separators)) {
            last++;
            sum += size(last);
        }
        return sum == digits ? last : -1;
    }

    /** The sizes of the runs, as digits one after the other: {@code 423}. */
    String shape(int first, int last) {
        StringBuilder shape = new StringBuilder();
        for (int run = first; run <= last; run++) {
            shape.append(Math.min(9, size(run)));
        }
        return shape.toString();
    }

    /** Whether three runs are day, month and year with the same sign between them. */
    boolean isDate(int first) {
        if (first + 2 >= count() || size(first) > 2 || size(first + 1) > 2 || size(first + 2) != 4) {
            return false;
        }
        boolean tight = start(first + 1) == end(first) + 1 && start(first + 2) == end(first + 1) + 1;
        return tight && text.at(end(first)) == text.at(end(first + 1)) && isYear(first + 2);
    }

    /** A year, a month and a serial number with a dash between them, as a case is numbered: {@code 2026-11-123}. */
    boolean isNumberedMonth(int first) {
        if (first + 2 >= count() || !isYear(first) || size(first + 1) != 2 || size(first + 2) != 3) {
            return false;
        }
        int month = (text.at(start(first + 1)) - '0') * 10 + text.at(start(first + 1) + 1) - '0';
        return month >= 1 && month <= 12 && text.at(end(first)) == '-' && text.at(end(first + 1)) == '-';
    }

    /** Four digits from 1900 to 2099. */
    boolean isYear(int run) {
        return size(run) == 4 && (text.has(start(run), "19") || text.has(start(run), "20"));
    }
}
