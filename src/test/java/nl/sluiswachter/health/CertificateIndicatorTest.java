package nl.sluiswachter.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import nl.sluiswachter.demo.ExampleCertificates;
import nl.sluiswachter.security.ServerCertificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Status;

class CertificateIndicatorTest {

    private static final Clock NOW = Clock.systemUTC();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeCertificates() throws Exception {
        Files.copy(Path.of("certs-example", "parties.yaml"), folder.resolve("parties.yaml"));
        new ExampleCertificates(folder, NOW).prepare();
    }

    @Test
    void isUpAndCountsTheDaysThatAreLeft() {
        ServerCertificate certificate = new ServerCertificate(folder.resolve("gateway.pem"), NOW);

        assertThat(new CertificateIndicator(certificate).health().getStatus()).isEqualTo(Status.UP);
        assertThat(certificate.daysLeft()).isBetween(364.0, 365.0);
    }

    @Test
    void isOutOfServiceWhenItHasExpired() {
        Clock later = Clock.offset(NOW, Duration.ofDays(366));

        ServerCertificate certificate = new ServerCertificate(folder.resolve("gateway.pem"), later);

        assertThat(new CertificateIndicator(certificate).health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void isOutOfServiceWhenItsFileIsGone() {
        ServerCertificate certificate = new ServerCertificate(folder.resolve("absent.pem"), NOW);

        assertThat(new CertificateIndicator(certificate).health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(certificate.daysLeft()).isNaN();
    }
}
