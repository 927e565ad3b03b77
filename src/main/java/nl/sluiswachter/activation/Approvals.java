package nl.sluiswachter.activation;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
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
        return genuine(events.approvals(activation, version));
    }

    /** Those of these. */
    List<Approval> genuine(List<Approval> given) {
        return given.stream()
                .filter(approval -> officers.signerOf(approval).isPresent())
                .toList();
    }

    /** Signs for what was rehearsed, with the key of one of the officers. */
    Officer give(Rehearsed rehearsed, PersonalKey key) {
        return add(fresh(rehearsed, key));
    }

    /** What an officer signs elsewhere. */
    Approval unsigned(Rehearsed rehearsed, String fingerprint, Instant at) {
        return new Approval(
                rehearsed.version(),
                rehearsed.activation(),
                rehearsed.rehearsal(),
                fingerprint,
                at.truncatedTo(ChronoUnit.MICROS),
                new byte[0]);
    }

    /** Takes what an officer signed elsewhere. */
    Officer take(Approval signed) {
        Officer officer = officers.signerOf(signed)
                .orElseThrow(() -> new ActivationRefused("The signature is not that of this officer under this text."));
        refuseSecond(signed, officer);
        return add(signed);
    }

    private Officer add(Approval approval) {
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
        refuseSecond(approval, officers.signerOf(approval).orElseThrow());
        return approval;
    }

    private void refuseSecond(Approval approval, Officer officer) {
        if (genuine(approval.activation(), approval.version()).stream()
                .anyMatch(other -> isSamePerson(other, officer))) {
            throw new ActivationRefused("This officer approved this version already: somebody else must.");
        }
    }

    private boolean isSamePerson(Approval approval, Officer officer) {
        return officers.signerOf(approval)
                .filter(other -> other.person().equals(officer.person()))
                .isPresent();
    }

    private Approval signed(Rehearsed rehearsed, Officer officer, PersonalKey key) {
        Approval approval = unsigned(rehearsed, officer.fingerprint(), clock.instant());
        try {
            return approval.signed(PersonalSignature.of(key.key(), approval.statement()));
        } catch (GeneralSecurityException e) {
            throw new ActivationRefused("The key cannot sign.", e);
        }
    }
}
