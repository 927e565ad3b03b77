package nl.sluiswachter.freetext;

import java.util.List;

/** Postal addresses: a street or a post office box with a number, and a Dutch postcode with or without a house number. */
final class AddressFinder {

    private static final int LONGEST_NUMBER = 5;
    private static final List<String> BOXES = List.of("postbus", "antwoordnummer");
    private static final List<String> NUMBER = List.of("huisnummer", "nummer", "nr.", "nr");

    private final PlainText text;
    private final Runs runs;
    private final Finds finds;
    private final Nearby context;
    private final Postcode postcode;

    AddressFinder(PlainText text, Runs runs, Finds finds) {
        this.text = text;
        this.runs = runs;
        this.finds = finds;
        this.context = AddressWords.context(text);
        this.postcode = new Postcode(text, runs, context);
    }

    void find() {
        int free = 0;
        for (int run = 0; run < runs.count(); run++) {
            if (runs.start(run) < free || isTaken(run)) {
                continue;
            }
            int end = street(run, free);
            if (end < 0) {
                end = postcode.end(run);
                if (end >= 0) {
                    finds.add(Kind.ADDRESS, runs.start(run), end);
                }
            }
            free = Math.max(free, end);
        }
    }

    /** One past the address that has this house number; -1 when it is none. */
    private int street(int run, int free) {
        int number = runs.start(run);
        int nameEnd = nameEnd(number);
        if (nameEnd == number || runs.size(run) > LONGEST_NUMBER || text.at(number) == '0') {
            return -1;
        }
        int numberEnd = new HouseNumber(text, runs).end(run);
        int whole = withPostcode(numberEnd);
        StreetName name = new StreetName(text, context, nameEnd);
        int box = boxStart(nameEnd);
        int start = box >= 0 ? box : name.start(whole > numberEnd);
        boolean doubtful = isCounted(run) || runs.isYear(run) && numberEnd == runs.end(run) && !name.isInContext();
        if (start < free || box < 0 && doubtful && whole == numberEnd) {
            return -1;
        }
        finds.add(Kind.ADDRESS, start, whole);
        return whole;
    }

    /** One past the name of a street: back over spaces, a word that says that a number follows, and the dot of "str." */
    private int nameEnd(int number) {
        int end = backOver(number);
        for (String word : NUMBER) {
            int start = end - word.length();
            if (end < number && text.has(start, word) && text.at(start - 1) == ' ') {
                end = backOver(start);
                break;
            }
        }
        return text.has(end - 4, "str.") ? end - 1 : end;
    }

    private int backOver(int from) {
        int end = from;
        while (from - end < 2 && text.at(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    /** Where the word for a box in a post office starts; -1 when the words before the number are another. */
    private int boxStart(int end) {
        for (String word : BOXES) {
            if (text.has(end - word.length(), word)) {
                return end - word.length();
            }
        }
        return -1;
    }

    /** A postcode right behind belongs to it. */
    private int withPostcode(int end) {
        int next = end;
        while (next - end < 3 && (text.at(next) == ' ' || text.at(next) == ',')) {
            next++;
        }
        return next > end && postcode.hasShape(next) ? postcode.letters(next) + 2 : end;
    }

    /** Times, parts of numbers, percentages, and what is counted. */
    private boolean isCounted(int run) {
        int end = runs.end(run);
        char next = text.at(end);
        if (next == '%' || ":.,/".indexOf(next) >= 0 && text.isDigit(end + 1)) {
            return true;
        }
        int from = text.at(end) == ' ' ? end + 1 : end;
        int to = from;
        while (to - from < 20 && text.isLetter(to)) {
            to++;
        }
        return AddressWords.isUnit(text.lower(from, to)) && !(from == end && to == end + 1);
    }

    private boolean isTaken(int run) {
        int start = runs.start(run);
        int end = runs.end(run);
        return finds.isTaken(Kind.IBAN, start, end)
                || finds.isTaken(Kind.PHONE, start, end)
                || finds.isTaken(Kind.EMAIL, start, end)
                || finds.isTaken(Kind.BSN, start, end);
    }
}
