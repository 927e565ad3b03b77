package nl.sluiswachter.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.party.PartyRef;

/**
 * Everything the register holds of one consent. Its state at any moment follows from the events alone.
 *
 * @param birthdate of a person who was a minor at registration; empty for adults and where unknown
 * @param adult whether the person was known to be of age at registration
 * @param events in the order in which they were recorded; at least one
 */
public record ConsentHistory(
        UUID id,
        SubjectIdentity subject,
        ConsentScope scope,
        Optional<LocalDate> birthdate,
        boolean adult,
        Oin registeredBy,
        List<ConsentEvent> events) {

    public ConsentHistory {
        events = List.copyOf(events);
    }

    /** A state and when it began. */
    public record Standing(ConsentState state, Instant since) {}

    /** What the register held at that moment; empty when it did not know this consent yet. */
    public Optional<ConsentHistory> until(Instant moment) {
        List<ConsentEvent> known =
                events.stream().filter(e -> !e.recordedAt().isAfter(moment)).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(with(known));
    }

    /** The state as a decision at that moment found it; ask it of {@link #until} for a moment that has passed. */
    public Standing standing(Instant moment) {
        ConsentEvent last = last();
        if (last.isOverAt(moment)) {
            return new Standing(ConsentState.EXPIRED, last.endsAt().orElseThrow());
        }
        return new Standing(last.state(), last.state() == ConsentState.EXPIRED ? endOfPeriod() : last.recordedAt());
    }

    /** The last event; an expiry that was not written down yet is none. */
    public ConsentEvent last() {
        return events.get(events.size() - 1);
    }

    /** The event by which the person consented. */
    public Optional<ConsentEvent> given() {
        return events.stream().filter(e -> e.state() == ConsentState.GIVEN).findFirst();
    }

    /** Who may send. */
    public PartyRef sender() {
        return scope.sender().orElseGet(() -> new PartyRef.ByOin(registeredBy));
    }

    /** Whether a decision at that moment may rest on it: it is given, and was given freely. */
    public boolean isGoodAt(Instant moment) {
        return standing(moment).state() == ConsentState.GIVEN
                && given().flatMap(event -> event.what().giving())
                        .filter(giving -> giving.freedom().isConfirmed())
                        .isPresent();
    }

    /** An expiry is written down some time after it happened. */
    private Instant endOfPeriod() {
        return events.get(events.size() - 2).endsAt().orElseThrow();
    }

    ConsentHistory with(List<ConsentEvent> others) {
        return new ConsentHistory(id, subject, scope, birthdate, adult, registeredBy, others);
    }
}
