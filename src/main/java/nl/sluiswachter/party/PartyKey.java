package nl.sluiswachter.party;

import java.time.Instant;

/**
 * A public key with which a party may identify itself.
 *
 * @param fingerprint lowercase hex SHA-256 over the DER SubjectPublicKeyInfo
 * @param validFrom inclusive
 * @param validUntil exclusive
 */
public record PartyKey(String fingerprint, Instant validFrom, Instant validUntil) {

    /** Whether the key may be used at the instant. */
    public boolean isValidAt(Instant instant) {
        return !instant.isBefore(validFrom) && instant.isBefore(validUntil);
    }
}
