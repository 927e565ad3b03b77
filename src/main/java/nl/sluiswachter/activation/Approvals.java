package nl.sluiswachter.activation;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.sluiswachter.catalogue.Approval;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents.Rehearsed;
import nl.sluiswachter.catalogue.Officer;
import nl.sluiswachter.catalogue.Officers;
import nl.sluiswachter.kernel.crypto.PersonalKey;
import nl.sluiswachter.kernel.crypto.PersonalSignature;

/** The officers' signed words: given with a key, and only counted when the signature is that of a listed officer. */
final class Approvals {

    private final JdbcCatalogueEvents events;
    private final Officers officers;
    private final Clock clock;

    Approvals(JdbcCatalogueEvents events, Officers officers, Clock clock) {
        this.events = events;
        this.officers = officers;
        this.clock = clock;
    }

    /** Those that an officer listed here signed. */
    List<Approval> genuine(int activation, String version) {
        return events.approvals(activation, version).stream()
                .filter(approval -> officers.signerOf(approval).isPresent())
                .toList();
    }

    /** Signs for what was rehearsed, with the key of one of the officers. */
    Officer give(Rehearsed rehearsed, PersonalKey key) {
        Approval approval = fresh(rehearsed, key);
        Activation.orderly(() -> events.add(approval));
        return officers.signerOf(approval).orElseThrow();
    }

    /** An approval by an officer listed here who has not given one yet; it is not kept. */
    Approval fresh(Rehearsed rehearsed, PersonalKey key) {
        Approval approval = officers.all().stream()
                .map(officer -> signed(rehearsed, officer, key))
                .filter(candidate -> officers.signerOf(candidate).isPresent())
                .findFirst()
                .orElseThrow(() -> new ActivationRefused(
                        "The key is not that of an officer listed in sluiswachter.catalogue.officers."));
        Officer officer = officers.signerOf(approval).orElseThrow();
        if (genuine(rehearsed.activation(), rehearsed.version()).stream()
                .anyMatch(other -> isSamePerson(other, officer))) {
            throw new ActivationRefused("This officer approved this version already: somebody else must.");
        }
        return approval;
    }

    private boolean isSamePerson(Approval approval, Officer officer) {
        return officers.signerOf(approval)
                .filter(other -> other.person().equals(officer.person()))
                .isPresent();
    }

    private Approval signed(Rehearsed rehearsed, Officer officer, PersonalKey key) {
        Approval approval = new Approval(
                rehearsed.version(),
                rehearsed.activation(),
                rehearsed.rehearsal(),
                officer.fingerprint(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                new byte[0]);
        try {
            return approval.signed(PersonalSignature.of(key.key(), approval.statement()));
        } catch (GeneralSecurityException e) {
            throw new ActivationRefused("The key cannot sign.", e);
        }
    }
}
