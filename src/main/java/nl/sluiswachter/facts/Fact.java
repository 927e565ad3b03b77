package nl.sluiswachter.facts;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;

/**
 * A fact about a person as the register knows it now.
 *
 * @param party the organisation it concerns, where the kind asks for one
 * @param detail codes only, for example {@code exchangeType} or {@code purpose} to which an objection is limited
 * @param validFrom inclusive
 * @param validUntil exclusive; the earlier of the stated end and the instant it was ended
 */
public record Fact(
        UUID id,
        FactKind kind,
        SubjectIdentity subject,
        Optional<Oin> party,
        Map<String, String> detail,
        Instant validFrom,
        Optional<Instant> validUntil) {

    public Fact {
        detail = Map.copyOf(detail);
    }

    /** Whether the fact holds at the instant. */
    public boolean holdsAt(Instant instant) {
        return !instant.isBefore(validFrom) && validUntil.map(instant::isBefore).orElse(true);
    }
}
