package nl.sluiswachter.health;

import nl.sluiswachter.security.ServerCertificate;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/**
 * Up until the gateway's certificate has expired. A node is not taken out of service days before: the gauge
 * {@code sluiswachter.certificate.days.left} is there to warn in time.
 */
final class CertificateIndicator extends AbstractHealthIndicator {

    private final ServerCertificate certificate;

    CertificateIndicator(ServerCertificate certificate) {
        super("The certificate could not be read");
        this.certificate = certificate;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        double days = certificate.daysLeft();
        builder.status(days > 0 ? "UP" : "OUT_OF_SERVICE").withDetail("daysLeft", Math.floor(days));
    }
}
