package nl.sluiswachter.transfer;

import java.util.function.UnaryOperator;
import nl.sluiswachter.catalogue.Code;

/**
 * A field that was left out, and why. Never a value.
 *
 * @param person ref of the person
 * @param field path, as far as the vocabulary knows it
 */
public record Removal(String person, String field, Code code, String article) {
    /** What stands for a name that may not be repeated, because the sender made it up and it can hold a value. */
    public static final String MASKED = "(unreadable)";

    /** The same with everything masked that is not in the known part of the path. */
    Removal masked(UnaryOperator<String> knownPart) {
        String known = knownPart.apply(field);
        if (known.equals(field)) {
            return this;
        }
        return new Removal(person, known.isEmpty() ? MASKED : known + "." + MASKED, code, article);
    }
}
