package nl.sluiswachter.transfer;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import nl.sluiswachter.catalogue.Code;

/**
 * A field that was left out, and why. Never a value.
 *
 * @param person ref of the person
 * @param field path as its sender wrote it, where it is made of plain names; for the answer to that sender only
 * @param known path as far as the vocabulary has it; this goes into the log, because a name that somebody made up can
 *     hold a value
 */
public record Removal(String person, String field, String known, Code code, String article) {

    /** What stands for a name that may not be repeated. */
    public static final String MASKED = "(unreadable)";

    private static final Pattern PLAIN = Pattern.compile("[a-z][A-Za-z_]{0,39}(\\.[a-z][A-Za-z_]{0,39}){0,2}");

    Removal(String person, String path, Code code, String article) {
        this(person, path, path, code, article);
    }

    /** The same with everything masked that may not be repeated, to the sender or to the log. */
    Removal masked(UnaryOperator<String> knownPart) {
        String path = FieldRef.withoutItems(field);
        String vocabulary = knownPart.apply(path);
        if (vocabulary.equals(path)) {
            return this;
        }
        String items = field.substring(0, field.length() - path.length());
        String masked = items + (vocabulary.isEmpty() ? MASKED : vocabulary + "." + MASKED);
        return new Removal(person, PLAIN.matcher(field).matches() ? field : masked, masked, code, article);
    }
}
