package nl.sluiswachter.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import javax.security.auth.x500.X500Principal;
import nl.sluiswachter.kernel.crypto.Fingerprint;
import nl.sluiswachter.kernel.crypto.Sha256;

/**
 * Somebody who may approve a catalogue, known by a personal key.
 *
 * @param fingerprint SHA-256 of the public key, lowercase hex
 * @param person SHA-256 of the certificate's subject, however it is spelled or encoded: the same for all keys of one
 *     person
 */
public record Officer(String fingerprint, String person, PublicKey key) {

    /** The officer to whom the certificate was issued. */
    public static Officer of(X509Certificate certificate) {
        return new Officer(
                Fingerprint.ofKey(certificate),
                Sha256.hex(certificate
                        .getSubjectX500Principal()
                        .getName(X500Principal.CANONICAL)
                        .getBytes(UTF_8)),
                certificate.getPublicKey());
    }
}
