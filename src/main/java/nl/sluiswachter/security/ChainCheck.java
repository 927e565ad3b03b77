package nl.sluiswachter.security;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluiswachter.kernel.crypto.Fingerprint;

/**
 * Whether a client certificate is valid now and was issued under an anchor of one door (RFC 5280 section 6). Revocation
 * is another question ({@link RevocationLists}).
 */
final class ChainCheck {

    private static final int LONGEST_PATH = 3;

    private final List<X509Certificate> anchors;
    private final Clock clock;
    private final PathCache known;

    /** @param anchors CA certificates; never leaves */
    ChainCheck(List<X509Certificate> anchors, Clock clock) {
        this.anchors = List.copyOf(anchors);
        this.clock = clock;
        this.known = new PathCache(clock);
    }

    List<X509Certificate> anchors() {
        return anchors;
    }

    /**
     * Checks the certificate and its way to an anchor.
     *
     * @param chain as the client sent it, its own certificate first
     * @return the way that was found: certificate, intermediates, anchor
     * @throws NotLetIn when there is none
     */
    List<X509Certificate> check(List<X509Certificate> chain) {
        X509Certificate leaf = chain.get(0);
        Instant now = clock.instant();
        if (now.isAfter(leaf.getNotAfter().toInstant())) {
            throw new NotLetIn(Refusal.CERTIFICATE_EXPIRED);
        }
        if (now.isBefore(leaf.getNotBefore().toInstant())) {
            throw new NotLetIn(Refusal.CERTIFICATE_NOT_YET_VALID);
        }
        return known.get(Fingerprint.ofCertificate(leaf), () -> path(leaf, chain, now));
    }

    private List<X509Certificate> path(X509Certificate leaf, List<X509Certificate> chain, Instant now) {
        List<X509Certificate> path = new ArrayList<>();
        try {
            PKIXCertPathBuilderResult found = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters(leaf, chain, now));
            for (Certificate step : found.getCertPath().getCertificates()) {
                path.add((X509Certificate) step);
            }
            path.add(found.getTrustAnchor().getTrustedCert());
        } catch (GeneralSecurityException e) {
            throw new NotLetIn(Refusal.UNTRUSTED_CA);
        }
        ClientCertificate.check(path);
        return List.copyOf(path);
    }

    /** The client's intermediates only help to find a way; what is trusted is the anchors alone. */
    private PKIXBuilderParameters parameters(X509Certificate leaf, List<X509Certificate> chain, Instant now)
            throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(leaf);
        Set<TrustAnchor> trusted =
                anchors.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet());
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted, target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
        parameters.setRevocationEnabled(false);
        parameters.setMaxPathLength(LONGEST_PATH);
        parameters.setDate(Date.from(now));
        return parameters;
    }
}
