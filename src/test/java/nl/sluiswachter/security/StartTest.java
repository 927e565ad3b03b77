package nl.sluiswachter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.NoSuchElementException;
import nl.sluiswachter.startup.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @TempDir
    private Path secrets;

    @Test
    void refusesExampleCertificatesOutsideTheDemo() throws Exception {
        String[] production = production();

        assertThatThrownBy(() -> TestDoors.open("production", production))
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("outside the demo profile");
    }

    @Test
    void refusesAGatewayWithoutDoors() {
        assertThatThrownBy(() -> TestDoors.open(
                        "sluiswachter.surfaces.partner.enabled=false",
                        "sluiswachter.surfaces.back-office.enabled=false",
                        "sluiswachter.surfaces.open.enabled=false"))
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("sluiswachter.surfaces");
    }

    @Test
    void refusesAKeyThatIsNotOfTheCertificate() {
        try (TestDoors other = TestDoors.open()) {
            assertThatThrownBy(() -> TestDoors.open("sluiswachter.tls.key=" + other.file("gateway-key.pem")))
                    .hasStackTraceContaining("sluiswachter.tls.key is not the key of the first certificate");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "back-office", "open"})
    void namesThePortThatIsTaken(String surface, CapturedOutput log) {
        try (TestDoors other = TestDoors.open()) {
            int taken = other.port(Surface.OPEN);

            String setting = "sluiswachter.surfaces." + surface + ".port";

            assertThatThrownBy(() -> TestDoors.open(setting + "=" + taken));

            assertThat(log).contains("Port " + taken + " is taken").contains("with " + setting);
        }
    }

    @Test
    void opensOnlyTheDoorsAskedFor() {
        try (TestDoors doors = TestDoors.open(
                "sluiswachter.surfaces.partner.enabled=false", "sluiswachter.surfaces.back-office.enabled=false")) {
            assertThat(doors.port(Surface.OPEN)).isPositive();
            assertThatThrownBy(() -> doors.port(Surface.PARTNER)).isInstanceOf(NoSuchElementException.class);
        }
    }

    private String[] production() throws IOException, GeneralSecurityException {
        Path random = Files.writeString(
                secrets.resolve("random.key"), Base64.getEncoder().encodeToString(new byte[32]));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        Path signing = Files.writeString(secrets.resolve("signing.pem"), pem);
        return new String[] {
            "sluiswachter.oin=" + TestDoors.GATEWAY_OIN,
            "sluiswachter.keys.subject=" + random,
            "sluiswachter.keys.payload=" + random,
            "sluiswachter.keys.signing=" + signing,
            "sluiswachter.keys.log=" + random,
            "sluiswachter.log.memory=" + secrets.resolve("log.memory")
        };
    }
}
