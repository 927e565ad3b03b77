package nl.sluiswachter.catalogue;

/** A text for people, in Dutch first. */
public record Text(String nl, String en) {

    /** The text in the language. */
    public String in(Language language) {
        return language == Language.EN ? en : nl;
    }
}
