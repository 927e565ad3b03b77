package nl.sluiswachter.freetext;

import java.util.Set;

/**
 * Telephone numbers: Dutch ones of ten digits with an area code that exists, and international ones. Service numbers
 * (112, 14 0xx, 0800, 0900) belong to nobody and stay.
 */
final class PhoneFinder {

    private static final String GAPS = " ()-./_";
    /** What also stands between 06 and the rest. */
    private static final String MOBILE_GAPS = ":,*";

    private static final int NATIONAL = 10;
    private static final int FEWEST = 9;
    private static final int MOST = 15;

    /** Area and other codes of three digits (ACM number plan). */
    private static final Set<String> THREE = Set.of(
            "010", "013", "015", "020", "023", "024", "026", "030", "033", "035", "036", "038", "040", "043", "045",
            "046", "050", "053", "055", "058", "070", "071", "072", "073", "074", "075", "076", "077", "078", "079",
            "084", "085", "087", "088", "091");

    /** The first three of area codes of four digits. */
    private static final Set<String> FOUR = Set.of(
            "011", "016", "017", "018", "022", "025", "029", "031", "032", "034", "041", "047", "048", "049", "051",
            "052", "054", "056", "057", "059");

    private final PlainText text;
    private final Runs runs;
    private final Finds finds;

    PhoneFinder(PlainText text, Runs runs, Finds finds) {
        this.text = text;
        this.runs = runs;
        this.finds = finds;
    }

    void find() {
        for (int run = 0; run < runs.count(); run++) {
            int start = runs.start(run);
            if (finds.isTaken(Kind.IBAN, start, runs.end(run)) || finds.isTaken(Kind.EMAIL, start, runs.end(run))) {
                continue;
            }
            boolean plus = text.at(start - 1) == '+' && !text.isDigit(start - 2);
            int last = plus || text.has(start, "00") ? international(run, plus) : national(run);
            if (last >= 0) {
                finds.add(Kind.PHONE, opening(plus ? start - 1 : start), runs.end(last));
                run = last;
            }
        }
    }

    /** A bracket around the area code belongs to the number. */
    private int opening(int start) {
        return text.at(start - 1) == '(' && text.at(start + 3) != ' ' ? start - 1 : start;
    }

    private int international(int run, boolean plus) {
        if (!plus && !beginsFreely(run)) {
            return -1;
        }
        int prefix = plus ? 0 : 2;
        String head = text.digits(runs.start(run), Math.min(text.length(), runs.start(run) + 12));
        if (head.startsWith("31", prefix)) {
            boolean trunk = head.startsWith("310", prefix);
            return runs.upTo(run, prefix + 2 + (trunk ? NATIONAL : NATIONAL - 1), GAPS);
        }
        boolean isCountry = head.length() > prefix && (plus ? "123456789" : "23459").indexOf(head.charAt(prefix)) >= 0;
        return isCountry ? longest(run, prefix) : -1;
    }

    private int longest(int run, int prefix) {
        int sum = runs.size(run);
        int last = run;
        while (runs.isJoined(last, GAPS) && sum + runs.size(last + 1) <= MOST + prefix) {
            last++;
            sum += runs.size(last);
        }
        return sum >= FEWEST + prefix && sum <= MOST + prefix ? last : -1;
    }

    private int national(int run) {
        boolean bare = text.has(runs.start(run), "6-") && runs.size(run) == 1 && runs.upTo(run, 9, "-") == run + 1;
        if (bare && text.at(runs.start(run) - 1) == ' ') {
            return run + 1;
        }
        if (text.at(runs.start(run)) != '0' || !beginsFreely(run) || runs.isDate(run)) {
            return -1;
        }
        boolean mobile = runs.size(run) == 2 && text.has(runs.start(run), "06");
        int last = Math.max(runs.upTo(run, NATIONAL, GAPS), mobile ? runs.upTo(run, NATIONAL, MOBILE_GAPS) : -1);
        return last >= 0 && hasCode(run, last) && endsFreely(last) ? last : -1;
    }

    private boolean hasCode(int first, int last) {
        String digits = text.digits(runs.start(first), runs.end(last));
        String three = digits.substring(0, 3);
        int size = runs.size(first);
        boolean spelled = runs.shape(first, last).equals("1".repeat(NATIONAL));
        if (digits.startsWith("06")) {
            return size != 1 || spelled;
        }
        int code = THREE.contains(three) ? 3 : FOUR.contains(three) ? 4 : 0;
        return code > 0 && (size == code || size == NATIONAL || spelled);
    }

    /** A number that hangs on a code or on another number is part of that. */
    private boolean beginsFreely(int run) {
        int before = runs.start(run) - 1;
        char c = text.at(before);
        if (text.isLetter(before)) {
            return text.isLetter(before - 1) && text.isLetter(before - 2);
        }
        return switch (c) {
            case '-', '_' -> !text.isLetterOrDigit(before - 1);
            case '.', ':', ',' -> !text.isDigit(before - 1);
            default -> true;
        };
    }

    private boolean endsFreely(int last) {
        char c = text.at(runs.end(last));
        return c != '-' && c != '.' || !text.isDigit(runs.end(last) + 1);
    }
}
