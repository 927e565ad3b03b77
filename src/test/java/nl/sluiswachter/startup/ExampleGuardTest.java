package nl.sluiswachter.startup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import nl.sluiswachter.kernel.crypto.ExampleAuthority;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import nl.sluiswachter.kernel.crypto.ExampleSubject;
import nl.sluiswachter.kernel.crypto.KeyKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleGuardTest {

    @TempDir
    private Path folder;

    private Path exampleKey;
    private Path exampleCertificate;
    private Path ownKey;

    @BeforeEach
    void anExampleAndAKeyOfItsOwner() throws IOException, GeneralSecurityException {
        Instant now = Instant.now();
        ExampleIdentity example = ExampleAuthority.named("Receipts", now, now.plus(Duration.ofDays(1)))
                .issue(new ExampleSubject(
                        "Gateway",
                        List.of("00000099000000000100"),
                        false,
                        KeyKind.EC_P256,
                        now,
                        now.plus(Duration.ofDays(1))));
        exampleKey = Files.write(folder.resolve("example-key"), example.keyPem());
        exampleCertificate = Files.write(folder.resolve("example"), example.chainPem());
        byte[] key = KeyPairGenerator.getInstance("EC")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        ownKey = Files.writeString(
                folder.resolve("own-key"),
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                        + "\n-----END PRIVATE KEY-----\n");
    }

    @Test
    void letsAKeyOfItsOwnerPass() {
        assertThatCode(() -> new ExampleGuard(ownKey, List.of()).check()).doesNotThrowAnyException();
    }

    @Test
    void refusesAnExample() {
        assertThatThrownBy(() -> new ExampleGuard(exampleKey, List.of()).check())
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("sluiswachter.keys.signing names an example certificate or key");
        assertThatThrownBy(() -> new ExampleGuard(ownKey, List.of(exampleCertificate)).check())
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("sluiswachter.keys.signing-certificates names an example");
    }

    @Test
    void leavesWhatCannotBeReadToWhoeverReadsIt() {
        assertThatCode(() -> new ExampleGuard(folder.resolve("none"), List.of()).check())
                .doesNotThrowAnyException();
    }
}
