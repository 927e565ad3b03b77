package nl.sluiswachter.demo;

import java.time.LocalDate;
import java.util.Optional;
import nl.sluiswachter.kernel.Bsn;
import nl.sluiswachter.kernel.IdentitySet;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKeys;

/** A made-up resident with a test BSN. */
record Resident(Bsn bsn, IdentitySet identity) {

    static Resident of(String bsn, String given, String family, String birthdate, String postcode, String number) {
        return new Resident(new Bsn(bsn), new IdentitySet(family, given, LocalDate.parse(birthdate), postcode, number));
    }

    SubjectIdentity subject(SubjectKeys keys) {
        return new SubjectIdentity(Optional.of(keys.of(bsn)), Optional.of(keys.of(identity)));
    }

    LocalDate birthdate() {
        return identity.birthdate();
    }
}
