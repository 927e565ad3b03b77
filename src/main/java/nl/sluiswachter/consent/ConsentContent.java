package nl.sluiswachter.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.party.PartyRef;

/**
 * What the column {@code consent.content} holds: codes, times and keys, no identity. Everything is sorted, so that the
 * same consent gives the same content.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentContent(
        ConsentKind kind,
        List<String> exchangeTypes,
        String purpose,
        String sender,
        List<String> receivers,
        List<String> dataCategories,
        String validUntil,
        String birthdate,
        boolean adult) {

    static ConsentContent of(ConsentDraft draft, Instant now) {
        ConsentScope scope = draft.scope();
        Age age = draft.age(now);
        return new ConsentContent(
                scope.kind(),
                scope.exchangeTypes().stream().sorted().toList(),
                scope.purpose().orElse(null),
                scope.sender().map(PartyRef::text).orElse(null),
                scope.receivers().stream()
                        .map(PartyRef::text)
                        .distinct()
                        .sorted()
                        .toList(),
                scope.dataCategories().stream().distinct().sorted().toList(),
                scope.validUntil().map(Object::toString).orElse(null),
                age.birthdateToKeep().map(Object::toString).orElse(null),
                age.isAdult());
    }

    ConsentScope scope() {
        return new ConsentScope(
                kind,
                Set.copyOf(exchangeTypes),
                Optional.ofNullable(purpose),
                Optional.ofNullable(sender).map(PartyRef::parse),
                receivers.stream().map(PartyRef::parse).toList(),
                dataCategories,
                Optional.ofNullable(validUntil).map(Instant::parse));
    }
}
