package nl.sluiswachter.console;

import java.util.Locale;
import nl.sluiswachter.catalogue.Language;

/** The reader's language. */
public final class Languages {

    private Languages() {}

    /** English for English, Dutch for any other. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? Language.EN : Language.NL;
    }
}
