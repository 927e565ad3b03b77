package nl.sluiswachter.facts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;

/**
 * A fact as the municipality wants it registered; see {@link Fact} for the members.
 *
 * @param validFrom empty for the instant at which it is registered
 */
public record FactDraft(
        FactKind kind,
        SubjectIdentity subject,
        Optional<Oin> party,
        Map<String, String> detail,
        Optional<Instant> validFrom,
        Optional<Instant> validUntil) {

    /** Times are cut to what the database keeps, so that the same fact sent twice is recognised. */
    public FactDraft {
        detail = Map.copyOf(detail);
        validFrom = validFrom.map(from -> from.truncatedTo(ChronoUnit.MICROS));
        validUntil = validUntil.map(until -> until.truncatedTo(ChronoUnit.MICROS));
    }
}
