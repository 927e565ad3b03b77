package nl.sluiswachter.party;

/** What a party or a person is called, as one line of text that does no harm wherever it is shown. */
public final class PlainName {

    private static final int LONGEST = 120;

    private PlainName() {}

    /** Without characters that are not seen but turn or break a line, and not longer than a line. */
    public static String of(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints()
                .map(point -> Character.isWhitespace(point) ? ' ' : point)
                .filter(PlainName::isSeen)
                .limit(LONGEST)
                .forEach(text::appendCodePoint);
        return text.toString().strip();
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
