package nl.sluiswachter.transfer;

import java.util.List;
import java.util.Set;
import nl.sluiswachter.catalogue.BsnRight;
import nl.sluiswachter.catalogue.Relation;

/**
 * Where the BSN is prescribed but absent, surname, given names, birth date, postcode and house number go instead (Wmo
 * 2015 art. 5.2.9, Jeugdwet art. 7.2.5), also when the list of the exchange type does not name them.
 */
final class FallbackIdentity {

    private static final String ADDRESS = "identity.address";
    static final List<String> FIELDS = List.of("identity.name", "identity.birthdate", ADDRESS);
    private static final Set<String> ADDRESS_MEMBERS = Set.of("postcode", "houseNumber");

    private FallbackIdentity() {}

    /** Whether the field goes along only because it identifies the person instead of the BSN. */
    static boolean isNeeded(Submitted submitted, Person person, String path) {
        return FIELDS.contains(path)
                && person.relation() == Relation.SUBJECT
                && !person.fields().containsKey(BsnCheck.FIELD)
                && BsnCheck.right(submitted) == BsnRight.PRESCRIBED;
    }

    /** Whether a member of such a field goes along. */
    static boolean needsMember(String path, String member) {
        return !path.equals(ADDRESS) || ADDRESS_MEMBERS.contains(member);
    }
}
