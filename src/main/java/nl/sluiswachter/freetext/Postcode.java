package nl.sluiswachter.freetext;

import java.util.Locale;
import java.util.Set;

/**
 * Dutch postcodes: four digits, not beginning with 0, and two letters, never SA, SD or SS. A year or an amount with two
 * letters behind it looks the same; there something beside it must show that it is a place.
 */
final class Postcode {

    private static final Set<String> NEVER = Set.of("SA", "SD", "SS");
    private static final int AFTER = 16;
    private static final int LONGEST_NUMBER = 5;

    private final PlainText text;
    private final Runs runs;
    private final Nearby context;

    Postcode(PlainText text, Runs runs, Nearby context) {
        this.text = text;
        this.runs = runs;
        this.context = context;
    }

    /** Whether four digits and two letters stand here, alone. */
    boolean hasShape(int start) {
        boolean digits = text.at(start) != '0' && !text.isLetterOrDigit(start - 1) && !text.isDigit(start + 4);
        for (int i = start; i < start + 4; i++) {
            digits &= text.isDigit(i);
        }
        int letters = letters(start);
        return digits
                && isLatin(letters)
                && isLatin(letters + 1)
                && !text.isLetter(letters + 2)
                && !NEVER.contains(pair(letters));
    }

    /** Where the two letters of the postcode that starts here stand. */
    int letters(int start) {
        return text.at(start + 4) == ' ' ? start + 5 : start + 4;
    }

    /** One past the postcode, and the house number behind it, that begins with this run; -1 when it is none. */
    int end(int run) {
        int start = runs.start(run);
        if (runs.size(run) != 4 || !hasShape(start) || isPart(start)) {
            return -1;
        }
        int letters = letters(start);
        int numberEnd = houseNumberEnd(run, letters + 2);
        boolean named = context.has(start)
                || text.lower(letters + 2, letters + 2 + AFTER).contains("postcode")
                || numberEnd > letters + 2 && (text.isUpper(letters) || letters == start + 4);
        return named || isClear(run, letters) ? numberEnd : -1;
    }

    /** Whether the shape alone says enough. */
    private boolean isClear(int run, int letters) {
        boolean upper = text.isUpper(letters) && text.isUpper(letters + 1);
        boolean tight = letters == runs.end(run);
        if (AddressWords.isOtherPair(pair(letters)) || !upper && !tight) {
            return false;
        }
        boolean city = text.at(letters + 2) == ' ' && text.isUpper(letters + 3);
        return city || !runs.isYear(run);
    }

    private int houseNumberEnd(int run, int end) {
        int next = text.at(end) == ',' ? end + 1 : end;
        boolean follows = run + 1 < runs.count()
                && text.at(next) == ' '
                && runs.start(run + 1) == next + 1
                && runs.size(run + 1) <= LONGEST_NUMBER
                && !runs.isYear(run + 1);
        return follows ? new HouseNumber(text, runs).end(run + 1) : end;
    }

    /** Part of a longer code or an amount. */
    private boolean isPart(int start) {
        char before = text.at(start - 1);
        boolean joined = "-./,:".indexOf(before) >= 0 && before != 0 && text.isLetterOrDigit(start - 2);
        char after = text.at(letters(start) + 2);
        boolean continued = "-_/.".indexOf(after) >= 0 && text.isDigit(letters(start) + 3);
        boolean amount = before == '€' || before == ' ' && text.at(start - 2) == '€';
        return joined || continued || amount || text.isDigit(letters(start) + 2);
    }

    private String pair(int letters) {
        return text.text(letters, letters + 2).toUpperCase(Locale.ROOT);
    }

    private boolean isLatin(int i) {
        char c = Character.toUpperCase(text.at(i));
        return c >= 'A' && c <= 'Z';
    }
}
