package nl.sluiswachter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nl.sluiswachter.kernel.crypto.ExampleMark;
import nl.sluiswachter.kernel.crypto.Fingerprint;
import nl.sluiswachter.kernel.crypto.Pem;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleCertificatesTest {

    private static final String LIST =
            """
            parties:
              - { name: one, title: One, oin: "00000099000000001000", side: PARTNER, capacities: [HUISARTS] }
              - { name: two, title: Two, oin: "00000099000000002000", side: MUNICIPALITY, capacities: [GEMEENTE_WMO] }
            refused:
              - { name: revoked, fault: REVOKED, oin: "00000099000000009200" }
            """;

    /** Made once, and copied for each test: a set has an RSA key, which takes long. */
    @TempDir
    private static Path made;

    @TempDir
    Path folder;

    @BeforeAll
    static void make() throws Exception {
        Files.writeString(made.resolve("parties.yaml"), LIST);

        assertThat(new ExampleCertificates(made, Clock.systemUTC()).prepare()).isTrue();
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.list(made)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void makesACompleteSetOnce() throws Exception {
        String first = Files.readString(folder.resolve("one.pem"));

        assertThat(certificates(Duration.ZERO).prepare()).isFalse();
        assertThat(Files.readString(folder.resolve("one.pem"))).isEqualTo(first);
    }

    @Test
    void makesTheSetAgainWhenSomethingIsMissing() throws Exception {
        Files.delete(folder.resolve("two-key.pem"));

        assertThat(certificates(Duration.ZERO).prepare()).isTrue();
        assertThat(folder.resolve("two-key.pem")).exists();
    }

    @Test
    void makesTheSetAgainWhenItWasInterrupted() throws Exception {
        Files.delete(folder.resolve(ExampleCertificates.MADE_FOR));

        assertThat(certificates(Duration.ZERO).prepare()).isTrue();
    }

    @Test
    void makesTheSetAgainWhenTheListChanges() throws Exception {
        Files.writeString(folder.resolve("parties.yaml"), LIST + "# changed\n");

        assertThat(certificates(Duration.ZERO).prepare()).isTrue();
    }

    @Test
    void makesTheSetAgainThirtyDaysBeforeItExpires() throws Exception {
        assertThat(certificates(Duration.ofDays(334)).prepare()).isFalse();
        assertThat(certificates(Duration.ofDays(336)).prepare()).isTrue();
    }

    @Test
    void makesTheSetAgainWhenAsked() throws Exception {
        String first = Files.readString(folder.resolve("one.pem"));

        certificates(Duration.ZERO).renew();

        assertThat(Files.readString(folder.resolve("one.pem"))).isNotEqualTo(first);
    }

    @Test
    void keepsKeysForTheirOwnerAndLeavesNoDrafts() throws Exception {
        for (String secret : List.of("gateway-key.pem", "receipts-key.pem", "one-key.pem", "one.p12")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(secret))))
                    .isEqualTo("rw-------");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".draft"));
        }
    }

    @Test
    void marksEveryCertificateAndKey() throws Exception {
        for (String name : List.of(
                "partner-ca.pem", "municipal-ca.pem", "gateway.pem", "receipts.pem", "one.pem", "revoked.pem")) {
            assertThat(Pem.certificates(folder.resolve(name))).allMatch(ExampleMark::isOn);
        }
        assertThat(ExampleMark.isOnKey(folder.resolve("one-key.pem"))).isTrue();
        assertThat(ExampleMark.isOnKey(folder.resolve("receipts-key.pem"))).isTrue();
        assertThat(Pem.privateKey(folder.resolve("one-key.pem")).getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void putsKeyAndChainIntoThePkcs12Store() throws Exception {
        KeyStore store = KeyStore.getInstance(folder.resolve("one.p12").toFile(), "changeit".toCharArray());

        assertThat(store.getCertificateChain("one")).hasSize(2);
        assertThat(store.getKey("one", "changeit".toCharArray()))
                .isEqualTo(Pem.privateKey(folder.resolve("one-key.pem")));
    }

    @Test
    void fitsTheRegisterEntries() throws Exception {
        List<Party> parties = new PartyDirectory(folder).parties();

        assertThat(parties).hasSize(2);
        assertThat(parties.get(0).keys().get(0).fingerprint())
                .isEqualTo(Fingerprint.ofKey(
                        Pem.certificates(folder.resolve("one.pem")).get(0)));
    }

    @Test
    void listsTheRevokedExampleInTheRevocationList() throws IOException, GeneralSecurityException {
        assertThat(Pem.revocationLists(folder.resolve("partner-ca.crl"))
                        .get(0)
                        .isRevoked(
                                Pem.certificates(folder.resolve("revoked.pem")).get(0)))
                .isTrue();
    }

    private ExampleCertificates certificates(Duration ahead) {
        return new ExampleCertificates(folder, Clock.offset(Clock.systemUTC(), ahead));
    }
}
