package nl.sluiswachter.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The gateway's own certificate as its file says now, so that a renewed file is seen at once. */
public final class ServerCertificate {

    private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

    private final Path chain;
    private final Clock clock;

    /** @param chain PEM, leaf first */
    public ServerCertificate(Path chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    /** Days until the leaf expires, negative afterwards; not a number when the file cannot be read. */
    public double daysLeft() {
        try {
            return Duration.between(clock.instant(), end()).toSeconds() / SECONDS_PER_DAY;
        } catch (IOException | CertificateException e) {
            return Double.NaN;
        }
    }

    private Instant end() throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(chain)) {
            X509Certificate leaf =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            return leaf.getNotAfter().toInstant();
        }
    }
}
