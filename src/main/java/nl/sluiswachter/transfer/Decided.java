package nl.sluiswachter.transfer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.SubjectIdentity;

/** A minimal message and the decision on it. Made only by {@link DecideStage}. */
public final class Decided {

    private final Case examined;
    private final List<MinimalPerson> remaining;
    private final Submitted submitted;
    private final Decision decision;
    private final List<Finding> findings;
    private final List<Removal> removed;
    private final Map<String, List<String>> delivered;
    private final Map<String, SubjectIdentity> identities;
    private final List<DataItem> dataItems;
    private final List<ReliedConsent> consents;
    private final Optional<Outgoing> outgoing;

    Decided(
            Minimal minimal,
            Decision decision,
            List<Finding> findings,
            Map<String, List<String>> delivered,
            List<ReliedConsent> consents,
            Optional<Outgoing> outgoing) {
        this.examined = minimal.examined();
        this.remaining = minimal.persons();
        this.submitted = examined.submitted();
        this.identities = Map.copyOf(minimal.examined().identities());
        this.removed =
                minimal.examined().removals().values().stream().distinct().toList();
        this.dataItems = minimal.dataItems();
        this.decision = decision;
        this.findings = List.copyOf(findings);
        this.delivered = delivered;
        this.consents = List.copyOf(consents);
        this.outgoing = outgoing;
    }

    Case examined() {
        return examined;
    }

    /** What was asked, by whom. */
    public Submitted submitted() {
        return submitted;
    }

    /** Permit or refusal. */
    public Decision decision() {
        return decision;
    }

    /** Whether the message may go. */
    public boolean isPermit() {
        return decision instanceof Decision.Permit;
    }

    /** All findings, in the order of the checks: the explanation. */
    public List<Finding> findings() {
        return findings;
    }

    /** What was left out, by path and reason. */
    public List<Removal> removed() {
        return removed;
    }

    /** Whether a field of this path remains of somebody with this in its text; asked of a refusal too. */
    public boolean leaves(String path, String text) {
        return remaining.stream()
                .map(person -> person.fields().get(path))
                .filter(Objects::nonNull)
                .anyMatch(value -> value.toString().contains(text));
    }

    /** The paths that remain, per person ref. */
    public Map<String, List<String>> delivered() {
        return delivered;
    }

    /** What a request asks for, or an answer says about it, as far as it was not left out. */
    public List<DataItem> dataItems() {
        return dataItems;
    }

    /** The subject keys per person ref. */
    public Map<String, SubjectIdentity> identities() {
        return identities;
    }

    /** The consents that the permit rests on. */
    public List<UUID> consents() {
        return DecideStage.ids(consents);
    }

    /** The same consents with whose data they open and who gave them. */
    public List<ReliedConsent> reliedOn() {
        return consents;
    }

    /** What is to be delivered; only for the permit of a real transfer. */
    public Optional<Outgoing> outgoing() {
        return outgoing;
    }
}
