package nl.sluiswachter.freetext;

import java.text.Normalizer;

/** Reads every way to write a digit, a dash or a space as the plain one, and sees through what shows nothing. */
final class Letters {

    /** What {@link #plain} gives for a character that shows nothing. */
    static final char NOTHING = '\uFFFF';

    private static final char OTHER = '\uFFFD';
    private static final String DOTS = "·•∙․‧";
    private static final String FILLERS = "\u115F\u1160\u3164\uFFA0";

    private Letters() {}

    /** The plain character for a code point. */
    static char plain(int point) {
        if (point < 0x80) {
            return point > ' ' && point < 0x7F ? (char) point : control(point);
        }
        if (DOTS.indexOf(point) >= 0) {
            return '.';
        }
        if (FILLERS.indexOf(point) >= 0) {
            return NOTHING;
        }
        return switch (Character.getType(point)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.CONTROL -> NOTHING;
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            case Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER -> digit(point);
            default -> point == '\u2212' ? '-' : compatible(point);
        };
    }

    private static char control(int point) {
        return Character.isWhitespace(point) ? ' ' : NOTHING;
    }

    private static char digit(int point) {
        int value = Character.getNumericValue(point);
        return value >= 0 && value <= 9 ? (char) ('0' + value) : OTHER;
    }

    /** Wide, small and mathematical forms are other dress of the same letter. */
    private static char compatible(int point) {
        if (point >= 0xFF01 && point <= 0xFF5E) {
            return (char) (point - 0xFEE0);
        }
        boolean dressed = point >= 0xFE50 && point <= 0xFFEF || point >= 0x1D400 && point <= 0x1D7FF;
        if (dressed) {
            String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
            return plain.length() == 1 ? plain.charAt(0) : OTHER;
        }
        return Character.isBmpCodePoint(point) && !Character.isSurrogate((char) point) ? (char) point : OTHER;
    }
}
