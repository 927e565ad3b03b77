package nl.sluiswachter.security;

import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a certificate was revoked, by the lists of one door. Fails closed: without a fresh list signed by the issuer
 * nobody of that issuer comes in (Digikoppeling PKI003). A changed file counts from the next request on.
 */
final class RevocationLists {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationLists.class);

    private final RevocationFile file;
    private final Duration grace;
    private final Clock clock;

    /**
     * @param file the lists, PEM; replace it by renaming, so that nobody reads half of it
     * @param grace how long after its next update a list is still believed
     */
    RevocationLists(Path file, Duration grace, Clock clock) {
        this.file = new RevocationFile(file);
        this.grace = grace;
        this.clock = clock;
    }

    /**
     * Checks every certificate below the anchor.
     *
     * @param path certificate, intermediates, anchor
     */
    void check(List<X509Certificate> path) {
        RevocationFile.Content content = file.content();
        for (int i = 0; i < path.size() - 1; i++) {
            X509CRL list = content.signedBy(path.get(i + 1));
            requireFresh(list);
            if (list.isRevoked(path.get(i))) {
                throw new NotLetIn(Refusal.REVOKED);
            }
        }
    }

    /** A list that does not say when the next one comes cannot be known to be fresh. */
    private void requireFresh(X509CRL list) {
        Date next = list.getNextUpdate();
        Instant now = clock.instant();
        if (next == null || now.isAfter(next.toInstant().plus(grace))) {
            throw new NotLetIn(Refusal.CRL_STALE);
        }
        if (now.isAfter(next.toInstant())) {
            LOG.warn(
                    "A revocation list is past its next update of {} and was believed within the grace period",
                    next.toInstant());
        }
    }
}
