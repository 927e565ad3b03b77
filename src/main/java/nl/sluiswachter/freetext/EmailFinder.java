package nl.sluiswachter.freetext;

import java.util.List;

/** E-mail addresses, also with the signs written out: {@code jan (at) voorbeeld punt nl}. */
final class EmailFinder {

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 255;
    private static final List<String> AT = List.of("at", "apenstaartje", "apenstaart", "@");
    private static final List<String> DOT = List.of("punt", "dot", ".");

    private final PlainText text;
    private final Finds finds;

    EmailFinder(PlainText text, Finds finds) {
        this.text = text;
        this.finds = finds;
    }

    void find() {
        int free = 0;
        for (int i = 0; i < text.length(); i++) {
            int after = afterAt(i);
            if (after > i) {
                int start = localBefore(i, after, free);
                int end = start < 0 ? -1 : domainEnd(after, text.at(i) == 'a' && text.at(i + 1) == 't');
                if (end >= 0) {
                    finds.add(Kind.EMAIL, start, end);
                    free = end;
                    i = end - 1;
                }
            }
        }
    }

    /** One past the sign, the bracketed or the separate word for it that stands here; the position itself when none does. */
    private int afterAt(int i) {
        char c = text.at(i);
        if (c == '@') {
            return i + 1;
        }
        boolean word = (c == 'a' || c == 'A') && text.at(i - 1) == ' ';
        return word || isOpening(c) ? afterWord(i, AT) : i;
    }

    /** One past one of the words, in brackets or before a space; the position itself when none is there. */
    private int afterWord(int i, List<String> words) {
        boolean bracket = isOpening(text.at(i));
        int start = bracket ? i + 1 : i;
        for (String word : words) {
            if (text.has(start, word)) {
                char next = text.at(start + word.length());
                if (bracket ? isClosing(next) : next == ' ') {
                    return start + word.length() + (bracket ? 1 : 0);
                }
            }
        }
        return i;
    }

    /** A space may stand before the sign only when one stands behind it too: a name after the sign alone is a handle. */
    private int localBefore(int at, int after, int free) {
        boolean loose = text.at(at) != '@' || text.at(after) == ' ' || isDotted(at - 1);
        int end = loose && text.at(at - 1) == ' ' ? at - 1 : at;
        int start = end;
        while (start > free && end - start < LONGEST_LOCAL && isLocal(start - 1)) {
            start--;
        }
        while (start < end && !text.isLetterOrDigit(start)) {
            start++;
        }
        return start < end ? start : -1;
    }

    /** Whether the word before a space has a dot, an underscore or a digit in it, as names in addresses have. */
    private boolean isDotted(int space) {
        for (int i = space - 1; i > space - LONGEST_LOCAL && isLocal(i); i--) {
            if (i < space - 1 && (text.isDigit(i) || text.at(i) == '.' || text.at(i) == '_')) {
                return true;
            }
        }
        return false;
    }

    private boolean isLocal(int i) {
        return text.isLetterOrDigit(i) || "._%+-'&".indexOf(text.at(i)) >= 0 && text.at(i) != 0;
    }

    /** One past a domain of at least two labels; -1 when there is none. */
    private int domainEnd(int from, boolean dotsInWords) {
        int label = labelEnd(text.at(from) == ' ' ? from + 1 : from);
        int start = label;
        int end = -1;
        while (label > 0 && label - from < LONGEST_DOMAIN) {
            int dot = afterDot(label, dotsInWords);
            int next = dot > label ? labelEnd(dot) : -1;
            if (next < 0) {
                break;
            }
            end = isTop(dot, next) ? next : end;
            label = next;
        }
        return start < 0 ? -1 : end;
    }

    private int labelEnd(int from) {
        int i = from;
        while (i - from < LONGEST_DOMAIN && (text.isLetterOrDigit(i) || text.at(i) == '-')) {
            i++;
        }
        return i > from ? i : -1;
    }

    private boolean isTop(int from, int to) {
        boolean letters = to - from >= 2;
        for (int i = from; i < to; i++) {
            letters &= text.isLetter(i);
        }
        return letters;
    }

    private int afterDot(int i, boolean onlyWords) {
        if (text.at(i) == '.') {
            return onlyWords ? i : i + 1;
        }
        int word = text.at(i) == ' ' ? i + 1 : i;
        boolean separate = word > i || isOpening(text.at(i));
        int after = separate ? afterWord(word, DOT) : word;
        return after == word ? i : text.at(after) == ' ' ? after + 1 : after;
    }

    private static boolean isOpening(char c) {
        return c == '(' || c == '[' || c == '{';
    }

    private static boolean isClosing(char c) {
        return c == ')' || c == ']' || c == '}';
    }
}
