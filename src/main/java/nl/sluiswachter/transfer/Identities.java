package nl.sluiswachter.transfer;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import nl.sluiswachter.kernel.Bsn;
import nl.sluiswachter.kernel.IdentitySet;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKeys;

/** Reads who a person is from the identity fields of a message. */
final class Identities {

    private static final String NAME = "identity.name";
    private static final String ADDRESS = "identity.address";

    private final SubjectKeys keys;

    Identities(SubjectKeys keys) {
        this.keys = keys;
    }

    /** The keys of the person; a BSN that fails the eleven-test or an incomplete set gives none. */
    SubjectIdentity of(Person person) {
        String bsn = person.text(BsnCheck.FIELD);
        return new SubjectIdentity(
                Bsn.isValid(bsn) ? Optional.of(keys.of(new Bsn(bsn))) : Optional.empty(),
                set(person).map(keys::of));
    }

    /** The birth date, where the message has a readable one. */
    static Optional<LocalDate> birthdate(Person person) {
        try {
            return Optional.of(LocalDate.parse(person.text("identity.birthdate")));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<IdentitySet> set(Person person) {
        try {
            return Optional.of(new IdentitySet(
                    person.text(NAME, "prefix") + person.text(NAME, "family"),
                    person.text(NAME, "given"),
                    birthdate(person).orElse(null),
                    person.text(ADDRESS, "postcode"),
                    person.text(ADDRESS, "houseNumber")
                            + person.text(ADDRESS, "houseLetter")
                            + person.text(ADDRESS, "houseNumberAddition")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
