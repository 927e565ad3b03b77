package nl.sluiswachter.verifier;

import java.util.List;
import nl.sluiswachter.transferlog.merkle.Ed25519;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.Trust;
import nl.sluiswachter.transferlog.merkle.TrustPolicy;
import nl.sluiswachter.transferlog.merkle.VerifierKey;

/**
 * The key that must have signed, and so the log that it must be: the name of the key is the origin.
 *
 * @param origin {@code sluiswachter/<oin>/<epoch>}
 */
record LogKey(String origin, TrustPolicy policy) {

    /** Reads a verifier key (C2SP signed-note). */
    static LogKey parse(String text) throws Unreadable {
        try {
            VerifierKey key = VerifierKey.parse(text.strip());
            String origin = key.key().name();
            return new LogKey(origin, new TrustPolicy(origin, List.of(key.verifier(Ed25519.types())), List.of(), 0));
        } catch (Malformed e) {
            throw new Unreadable(e.getMessage());
        }
    }

    /** A checkpoint that the key signed. */
    SignedCheckpoint believed(byte[] note, String which) throws Unreadable, Refuted {
        SignedCheckpoint signed;
        try {
            signed = SignedCheckpoint.parse(note);
        } catch (Malformed e) {
            throw new Unreadable(which + " cannot be read: " + e.getMessage());
        }
        if (policy.check(signed) instanceof Trust.Refused refused) {
            throw new Refuted(which + " is not to be believed: " + refused.why().sentence());
        }
        return signed;
    }
}
