package nl.sluiswachter.freetext;

import java.util.Locale;
import java.util.Set;

/** A house number with what can follow it: {@code 4a}, {@code 112-3}, {@code 33-II}, {@code 14 bis}, {@code 210 C}. */
final class HouseNumber {

    private static final Set<String> WORDS =
            Set.of("bis", "hs", "huis", "zw", "rood", "i", "ii", "iii", "iv", "v", "vi");
    private static final Set<String> PLACES = Set.of("plek", "kamer", "app", "appartement", "unit", "kavel", "plaats");
    private static final int LONGEST_SUFFIX = 4;
    private static final int LONGEST_WORD = 12;

    private final PlainText text;
    private final Runs runs;

    HouseNumber(PlainText text, Runs runs) {
        this.text = text;
        this.runs = runs;
    }

    /** One past the house number that begins with this run. */
    int end(int run) {
        int end = runs.end(run);
        if (runs.isYear(run) && text.at(end) == ' ' && text.isDigit(end + 1)) {
            end = afterDigits(end + 1);
        }
        return floor(attached(separate(attached(end))));
    }

    /** {@code 2-hoog}, {@code 3 hoog}. */
    private int floor(int end) {
        boolean floor = text.at(end) == ' ' && text.isDigit(end + 1) && text.has(end + 3, "hoog");
        return floor ? end + 7 : end;
    }

    /** Letters or a hyphen with letters or digits, without a space. */
    private int attached(int end) {
        int from = text.at(end) == '-' && text.isLetterOrDigit(end + 1) ? end + 1 : end;
        int to = text.isDigit(from) && from > end ? afterDigits(from) : from;
        while (text.isLetterOrDigit(to)) {
            to++;
            if (to - from > LONGEST_SUFFIX) {
                return end;
            }
        }
        return to;
    }

    /** One word behind a space: a letter, a floor or a place. */
    private int separate(int end) {
        if (text.at(end) != ' ') {
            return end;
        }
        int to = end + 1;
        while (text.isLetter(to) && to - end <= LONGEST_WORD) {
            to++;
        }
        String word = text.text(end + 1, to);
        String lower = word.toLowerCase(Locale.ROOT);
        if (PLACES.contains(lower) && text.at(to) == ' ' && text.isDigit(to + 1)) {
            return afterDigits(to + 1);
        }
        boolean letter = word.length() == 1 && (text.isUpper(end + 1) || lower.charAt(0) <= 'h');
        return letter || WORDS.contains(lower) ? to : end;
    }

    private int afterDigits(int from) {
        int to = from;
        while (text.isDigit(to) && to - from < LONGEST_WORD) {
            to++;
        }
        return to;
    }
}
