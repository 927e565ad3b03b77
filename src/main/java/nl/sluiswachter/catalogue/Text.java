package nl.sluiswachter.catalogue;

/** A text for people, in Dutch first. */
public record Text(String nl, String en) {

    /** Whether a language is missing. */
    static boolean isBlank(Text text) {
        return text == null || isBlank(text.nl) || isBlank(text.en);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** The text in the language. */
    public String in(Language language) {
        return language == Language.EN ? en : nl;
    }
}
