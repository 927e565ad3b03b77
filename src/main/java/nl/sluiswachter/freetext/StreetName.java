package nl.sluiswachter.freetext;

/** The words before a number: whether they are the name of a street, and where that begins. */
final class StreetName {

    private static final int MOST_WORDS = 6;
    private static final int LONGEST_WORD = 40;

    private final PlainText text;
    private final Nearby context;
    private final int end;
    private final int last;

    /** @param end one past the last word */
    StreetName(PlainText text, Nearby context, int end) {
        this.text = text;
        this.context = context;
        this.end = end;
        this.last = wordStart(end);
    }

    /**
     * Where the name begins; -1 when the words are none.
     *
     * @param sure whether what follows already shows that it is an address
     */
    int start(boolean sure) {
        if (last == end || !text.isLetter(end - 1)) {
            return -1;
        }
        String word = text.lower(last, end);
        boolean capital = text.isUpper(last);
        if (AddressWords.isStreet(word) || capital && AddressWords.isNamedStreet(word)) {
            return begin();
        }
        if (AddressWords.isInside(word) || AddressWords.isUnit(word)) {
            return -1;
        }
        boolean context = sure || isInContext();
        if (AddressWords.isAlone(word) && (context || capital && !isFirst(last))) {
            return begin();
        }
        int begin = begin();
        return capital && (context || isLaneOf(begin)) ? begin : -1;
    }

    /** Whether shortly before it a word says that an address follows. */
    boolean isInContext() {
        return context.has(last);
    }

    /** "Laan van Meerdervoort": the kind of street comes first. */
    private boolean isLaneOf(int begin) {
        int firstEnd = begin;
        while (text.isLetter(firstEnd)) {
            firstEnd++;
        }
        return firstEnd < last
                && AddressWords.isAlone(text.lower(begin, firstEnd))
                && text.isUpper(begin)
                && AddressWords.isParticle(text.lower(firstEnd + 1, wordEnd(firstEnd + 1)));
    }

    /** Goes back over words with a capital, small words between them, and ordinals. */
    private int begin() {
        int begin = last;
        int word = last;
        for (int i = 0; i < MOST_WORDS && text.at(word - 1) == ' '; i++) {
            int previousEnd = text.at(word - 2) == '.' ? word - 2 : word - 1;
            int previous = wordStart(previousEnd);
            if (previous == previousEnd) {
                break;
            }
            String lower = text.lower(previous, previousEnd);
            boolean abbreviated = previousEnd == word - 2;
            boolean name = text.isUpper(previous) && (!isFirst(previous) || AddressWords.isBeginning(lower))
                    || text.isDigit(previous) && lower.endsWith("e")
                    || lower.equals("'t");
            if (abbreviated && !AddressWords.isBeginning(lower) || !name && !AddressWords.isParticle(lower)) {
                break;
            }
            begin = name ? previous : begin;
            word = previous;
        }
        return begin;
    }

    /** Whether a sentence begins here. */
    private boolean isFirst(int word) {
        int i = word - 1;
        while (i >= 0 && i > word - 4 && !text.isLetterOrDigit(i)) {
            if (".!?".indexOf(text.at(i)) >= 0) {
                return true;
            }
            i--;
        }
        return i < 0;
    }

    private int wordStart(int wordEnd) {
        int i = wordEnd;
        while (wordEnd - i < LONGEST_WORD && isWord(i - 1)) {
            i--;
        }
        return i;
    }

    private int wordEnd(int wordStart) {
        int i = wordStart;
        while (i - wordStart < LONGEST_WORD && isWord(i)) {
            i++;
        }
        return i;
    }

    private boolean isWord(int i) {
        return text.isLetterOrDigit(i)
                || text.at(i) == '\''
                || text.at(i) == '’'
                || text.at(i) == '-' && text.isLetter(i - 1);
    }
}
