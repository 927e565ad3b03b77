package nl.sluiswachter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import nl.sluiswachter.kernel.crypto.ExampleAuthority;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import nl.sluiswachter.kernel.crypto.ExampleSubject;
import nl.sluiswachter.kernel.crypto.KeyKind;
import nl.sluiswachter.startup.StartRefused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsFilesTest {

    private static final Instant NOW = Instant.now();
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));

    private final TlsFiles inProduction = new TlsFiles(false);
    private final TlsFiles inDemo = new TlsFiles(true);

    @TempDir
    Path folder;

    private ExampleAuthority ca;
    private ExampleIdentity leaf;

    @BeforeEach
    void issue() {
        ca = ExampleAuthority.named("Partner test CA", NOW, LATER);
        leaf = ca.issue(new ExampleSubject("P", List.of("00000099000000001000"), false, KeyKind.EC_P256, NOW, LATER));
    }

    @Test
    void refusesExamplesOutsideTheDemoWhateverTheirFileIsCalled() throws IOException {
        assertRefused(() -> inProduction.anchors("sluiswachter.tls.partner-anchors", write("pkio-root.pem", ca.pem())));
        assertRefused(() -> inProduction.chain("sluiswachter.tls.partner-anchors", write("own.pem", leaf.chainPem())));
        assertRefused(() -> inProduction.key("sluiswachter.tls.partner-anchors", write("own.key", leaf.keyPem())));
    }

    @Test
    void takesExamplesInTheDemo() throws IOException {
        assertThat(inDemo.anchors("setting", write("ca.pem", ca.pem()))).containsExactly(ca.certificate());
        assertThat(inDemo.key("setting", write("key.pem", leaf.keyPem()))).isEqualTo(leaf.key());
    }

    @Test
    void takesAKeyOfOnesOwn() throws Exception {
        KeyPair own = KeyPairGenerator.getInstance("EC").generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(own.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";

        assertThat(inProduction.key("setting", write("key.pem", pem.getBytes())))
                .isEqualTo(own.getPrivate());
    }

    @Test
    void refusesAPinnedLeafAsAnchor() throws IOException {
        Path file = write("leaf.pem", leaf.chainPem());

        assertThatThrownBy(() -> inDemo.anchors("sluiswachter.tls.partner-anchors", file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no CA");
    }

    @Test
    void namesTheSettingOfAFileThatCannotBeRead() throws IOException {
        Path file = write("bad.pem", "nothing".getBytes());

        assertThatThrownBy(() -> inDemo.chain("sluiswachter.tls.certificate", file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("sluiswachter.tls.certificate");
        assertThatThrownBy(() -> inDemo.key("sluiswachter.tls.key", file)).isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> inDemo.key("sluiswachter.tls.key", null)).isInstanceOf(StartRefused.class);
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static void assertRefused(ThrowingCallable start) {
        assertThatThrownBy(start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("sluiswachter.tls.partner-anchors names an example");
    }
}
