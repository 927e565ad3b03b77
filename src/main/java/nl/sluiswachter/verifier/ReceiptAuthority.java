package nl.sluiswachter.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;

/**
 * Authorities that are believed to know the gateway: instead of its keys, its certificate is enough. Whether a certificate was
 * revoked is not asked.
 */
record ReceiptAuthority(Set<TrustAnchor> anchors) {

    private static final String BEGIN = "-----BEGIN";
    private static final Map<String, String> SERIAL_NUMBER = Map.of("2.5.4.5", "SERIALNUMBER");

    /** Whether these bytes look like certificates in PEM. */
    static boolean isMeant(byte[] pem) {
        return new String(pem, 0, Math.min(pem.length, BEGIN.length()), StandardCharsets.US_ASCII).equals(BEGIN);
    }

    /** Reads certificates in PEM. */
    static ReceiptAuthority parse(byte[] pem) throws Unreadable {
        try {
            return new ReceiptAuthority(
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(one -> new TrustAnchor((X509Certificate) one, null))
                            .collect(Collectors.toSet()));
        } catch (GeneralSecurityException e) {
            throw new Unreadable("The authorities for a receipt are certificates in PEM.");
        }
    }

    /**
     * That the certificates with a key are by one of these authorities, for that key and for the municipality of this number.
     *
     * @param at when the certificates had to be valid
     */
    void refuseStranger(JsonNode jwk, ReceiptKey key, String oin, Instant at) throws Refuted {
        List<X509Certificate> chain = chain(jwk);
        if (chain.isEmpty() || !chain.get(0).getPublicKey().equals(key.key())) {
            throw new Refuted("The key of the receipt has no certificate that is its own.");
        }
        try {
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(upToAnchor(chain)), parameters);
        } catch (GeneralSecurityException e) {
            throw new Refuted(
                    "The certificate of the receipt's key is by no authority that is believed, or was not valid then.");
        }
        if (!serialNumbers(chain.get(0)).equals(List.of(oin))) {
            throw new Refuted("The certificate of the receipt's key is of another than the gateway that issued it.");
        }
    }

    private List<X509Certificate> upToAnchor(List<X509Certificate> chain) {
        return chain.stream()
                .filter(one -> anchors.stream()
                        .noneMatch(anchor -> anchor.getTrustedCert().equals(one)))
                .toList();
    }

    private static List<X509Certificate> chain(JsonNode jwk) throws Refuted {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (JsonNode one : jwk.path("x5c")) {
                byte[] der = Base64.getDecoder().decode(one.asText());
                chain.add((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
            }
            return chain;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Refuted("The key of the receipt has something else than certificates.");
        }
    }

    private static List<String> serialNumbers(X509Certificate certificate) throws Refuted {
        try {
            String name = certificate.getSubjectX500Principal().getName(X500Principal.RFC2253, SERIAL_NUMBER);
            return new LdapName(name)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("SERIALNUMBER"))
                            .map(part -> part.getValue().toString())
                            .toList();
        } catch (InvalidNameException e) {
            throw new Refuted("The certificate of the receipt's key names nobody.");
        }
    }
}
