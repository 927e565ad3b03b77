package nl.sluiswachter.consent;

import java.util.Optional;

/**
 * Why a consent cannot be registered as it is.
 *
 * @param member of the consent, as named in the contract
 * @param code stable machine-readable code
 * @param reason what is expected; never the value
 */
public record Flaw(String member, String code, String reason) {

    static Optional<Flaw> unless(boolean holds, String member, String code, String reason) {
        return holds ? Optional.empty() : Optional.of(new Flaw(member, code, reason));
    }
}
