package nl.sluiswachter.transfer;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The fields by which a person is found in the registers of consents and facts. A sender may always give them: where the
 * exchange type does not list them they are used for that and are not delivered (AVG art. 5 lid 1 onder c).
 */
final class SearchIdentity {

    static final List<String> FIELDS =
            List.of(BsnCheck.FIELD, "identity.name", "identity.birthdate", "identity.address");
    private static final Set<String> ADDRESS_MEMBERS =
            Set.of("postcode", "houseNumber", "houseLetter", "houseNumberAddition");

    private SearchIdentity() {}

    /** Those that a sender in this lane may have: a BSN only where a law gives it the number (UAVG art. 46). */
    static SortedSet<String> fields(Lane lane) {
        SortedSet<String> fields = new TreeSet<>(FIELDS);
        if (!lane.terms().senderHoldsBsn()) {
            fields.remove(BsnCheck.FIELD);
        }
        return fields;
    }

    /** Whether a member of such a field helps to find anybody. */
    static boolean needsMember(String path, String member) {
        return !path.equals("identity.address") || ADDRESS_MEMBERS.contains(member);
    }
}
