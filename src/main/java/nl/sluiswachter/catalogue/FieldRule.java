package nl.sluiswachter.catalogue;

import java.util.List;

/**
 * One field of the vocabulary.
 *
 * @param kind shape of the value
 * @param members allowed members where the value is an object or a list of objects
 * @param sensitive special category or otherwise sensitive: stricter consent for minors
 * @param accompanies identifies the person or the case and goes along with any consented data
 * @param leftOutAs the reason given where no list names it; {@code FIELD_NOT_ALLOWED} unless stated
 */
public record FieldRule(
        Text title, Kind kind, List<String> members, boolean sensitive, boolean accompanies, Code leftOutAs) {

    public FieldRule {
        members = members == null ? List.of() : List.copyOf(members);
        leftOutAs = leftOutAs == null ? Code.FIELD_NOT_ALLOWED : leftOutAs;
    }

    /** Shape of a field's value. */
    public enum Kind {
        /** String, number or boolean. */
        TEXT,
        /** Short reference without spaces around it and without a BSN in it. */
        CODE,
        /** Calendar date, ISO 8601. */
        DATE,
        BSN,
        /** Object with the listed members, each TEXT. */
        OBJECT,
        /** List of TEXT, or of objects with the listed members. */
        LIST
    }
}
