package nl.sluiswachter.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.SubjectKey;

/** What the column {@code consent_event.detail} holds: codes, times and keys, no identity. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventContent(
        Giver.Relation person,
        UUID personKey,
        Mandate mandate,
        String givenAt,
        Freedom freedom,
        String evidence,
        Shown shown,
        InvalidityReason reason,
        Long stoppedWithinMillis,
        Integer stopped,
        String officer) {

    static EventContent of(Happening what, Optional<Stop> stop, Optional<String> officer) {
        Optional<Giver> person = what.person();
        Optional<Giving> giving = what.giving();
        return new EventContent(
                person.map(Giver::relation).orElse(null),
                person.flatMap(Giver::key).map(SubjectKey::value).orElse(null),
                giving.flatMap(Giving::mandate).orElse(null),
                giving.map(Giving::at).map(Instant::toString).orElse(null),
                giving.map(Giving::freedom).orElse(null),
                what.evidence().orElse(null),
                what.shown().orElse(null),
                what.reason().orElse(null),
                stop.map(Stop::within).map(Duration::toMillis).orElse(null),
                stop.map(Stop::messages).orElse(null),
                officer.orElse(null));
    }

    Happening happening(ConsentState state) {
        return new Happening(
                state,
                giver(),
                Optional.ofNullable(givenAt)
                        .map(at -> new Giving(Optional.ofNullable(mandate), Instant.parse(at), freedom)),
                Optional.ofNullable(evidence),
                Optional.ofNullable(shown),
                Optional.ofNullable(reason));
    }

    Optional<Giver> giver() {
        return Optional.ofNullable(person)
                .map(relation ->
                        new Giver(relation, Optional.ofNullable(personKey).map(SubjectKey::new)));
    }

    Optional<Stop> stop() {
        return Optional.ofNullable(stoppedWithinMillis)
                .map(millis -> new Stop(Duration.ofMillis(millis), stopped == null ? 0 : stopped));
    }
}
