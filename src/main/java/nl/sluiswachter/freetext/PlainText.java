package nl.sluiswachter.freetext;

import java.util.Arrays;
import java.util.Locale;

/** A text with one plain character for each that shows something, and where each stands in the original. */
final class PlainText {

    private final char[] chars;
    private final int[] starts;
    private final int[] ends;
    private final int length;

    PlainText(String original) {
        char[] plain = new char[original.length()];
        int[] from = new int[original.length()];
        int[] to = new int[original.length()];
        int size = 0;
        for (int i = 0; i < original.length(); ) {
            int point = original.codePointAt(i);
            int next = i + Character.charCount(point);
            char c = Letters.plain(point);
            if (c != Letters.NOTHING) {
                plain[size] = c;
                from[size] = i;
                to[size++] = next;
            }
            i = next;
        }
        this.chars = plain;
        this.starts = from;
        this.ends = to;
        this.length = size;
    }

    int length() {
        return length;
    }

    /** The character, or NUL outside the text. */
    char at(int index) {
        return index >= 0 && index < length ? chars[index] : 0;
    }

    boolean isDigit(int index) {
        char c = at(index);
        return c >= '0' && c <= '9';
    }

    boolean isLetter(int index) {
        return Character.isLetter(at(index));
    }

    boolean isLetterOrDigit(int index) {
        return isDigit(index) || isLetter(index);
    }

    boolean isUpper(int index) {
        return Character.isUpperCase(at(index));
    }

    /** The first position from here on that holds no space. */
    int afterSpaces(int index) {
        int i = index;
        while (at(i) == ' ') {
            i++;
        }
        return i;
    }

    String text(int from, int to) {
        int start = Math.max(0, from);
        return new String(chars, start, Math.max(0, Math.min(to, length) - start));
    }

    String lower(int from, int to) {
        return text(from, to).toLowerCase(Locale.ROOT);
    }

    boolean has(int index, String lower) {
        for (int i = 0; i < lower.length(); i++) {
            if (Character.toLowerCase(at(index + i)) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The digits in a part. */
    String digits(int from, int to) {
        char[] digits = new char[to - from];
        int size = 0;
        for (int i = from; i < to; i++) {
            if (isDigit(i)) {
                digits[size++] = chars[i];
            }
        }
        return new String(digits, 0, size);
    }

    /** The place in the original of a part that is not empty. */
    Found found(Kind kind, int from, int to) {
        return new Found(kind, starts[from], ends[to - 1]);
    }

    /** Start and end, one after the other, of each run of digits. */
    int[] digitRuns() {
        int[] runs = new int[length + 2];
        int size = 0;
        for (int i = 0; i < length; i++) {
            if (isDigit(i) && !isDigit(i - 1)) {
                runs[size++] = i;
            }
            if (isDigit(i) && !isDigit(i + 1)) {
                runs[size++] = i + 1;
            }
        }
        return Arrays.copyOf(runs, size);
    }
}
