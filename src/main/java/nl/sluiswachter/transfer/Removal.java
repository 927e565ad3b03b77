package nl.sluiswachter.transfer;

import java.util.regex.Pattern;
import nl.sluiswachter.catalogue.Code;

/**
 * A field that was left out, and why. Never a value.
 *
 * @param person ref of the person
 * @param field path; a path that is not made of plain names is masked, because a key can hide a value
 */
public record Removal(String person, String field, Code code, String article) {

    /** What stands for a path that may not be repeated. */
    public static final String MASKED = "(unreadable)";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z_]{0,39}(\\.[A-Za-z][A-Za-z_]{0,39}){0,2}");

    public Removal {
        field = PLAIN.matcher(field).matches() ? field : MASKED;
    }
}
