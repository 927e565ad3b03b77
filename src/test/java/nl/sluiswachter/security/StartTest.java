package nl.sluiswachter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import nl.sluiswachter.startup.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    private static final String[] PRODUCTION = {
        "sluiswachter.oin=" + TestDoors.GATEWAY_OIN,
        "sluiswachter.keys.subject=pom.xml",
        "sluiswachter.keys.payload=pom.xml",
        "sluiswachter.keys.signing=pom.xml"
    };

    @Test
    void refusesExampleCertificatesOutsideTheDemo() {
        assertThatThrownBy(() -> TestDoors.open("production", PRODUCTION))
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
}
