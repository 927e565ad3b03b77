package nl.sluiswachter.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.kernel.crypto.PersonalSignature;

/** Whose approvals count on this node. */
public record Officers(List<Officer> all) {

    /** How many different people it takes to put a catalogue in force. */
    public static final int NEEDED = 2;

    public Officers {
        all = List.copyOf(all);
    }

    /** The officer with the key, when listed. */
    public Optional<Officer> withKey(String fingerprint) {
        return all.stream()
                .filter(officer -> officer.fingerprint().equals(fingerprint))
                .findFirst();
    }

    /** The listed officer who signed the approval; empty when nobody listed did. */
    public Optional<Officer> signerOf(Approval approval) {
        return withKey(approval.officer())
                .filter(officer ->
                        PersonalSignature.isValid(officer.key(), approval.statement(), approval.signature()));
    }

    /** Whether enough different people approved. Two keys of one person are one person. */
    public boolean suffice(Collection<Approval> approvals) {
        Map<String, Set<String>> people = new HashMap<>();
        approvals.forEach(approval -> signerOf(approval)
                .ifPresent(officer -> people.computeIfAbsent(approval.rehearsal(), rehearsal -> new HashSet<>())
                        .add(officer.person())));
        return people.values().stream().anyMatch(signers -> signers.size() >= NEEDED);
    }
}
