package nl.sluiswachter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

    private static final String OIN = "00000099000000002100";
    private static TestDoors doors;
    private static ExampleIdentity partner;

    @BeforeAll
    static void open() {
        doors = TestDoors.open();
        partner = doors.partner(OIN);
    }

    @AfterAll
    static void close() {
        doors.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_AES_256_GCM_SHA384",
                "TLS_CHACHA20_POLY1305_SHA256",
                "TLS_AES_128_GCM_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"
            })
    void speaksTheSuitesOfTheGuideline(String suite) {
        assertThatCode(() -> handshake(Surface.PARTNER, suite)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
                "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
                "TLS_RSA_WITH_AES_256_GCM_SHA384"
            })
    void refusesAnyOtherSuite(String suite) {
        assertThatThrownBy(() -> handshake(Surface.PARTNER, suite)).isInstanceOf(SSLHandshakeException.class);
    }

    @ParameterizedTest
    @EnumSource(Surface.class)
    void prefersItsOwnOrder(Surface surface) throws IOException {
        try (SSLSocket socket = client().connect(surface)) {
            socket.setEnabledCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384"});
            socket.startHandshake();
            assertThat(socket.getSession().getCipherSuite()).isEqualTo("TLS_AES_256_GCM_SHA384");
        }
    }

    @ParameterizedTest
    @EnumSource(Surface.class)
    @EnabledIf("hasOpenssl")
    void refusesTls11(Surface surface) throws Exception {
        assertThat(openssl(surface, "-tls1_1")).contains("alert protocol version");
        assertThat(openssl(surface, "-tls1_2")).contains("Protocol  : TLSv1.2");
    }

    @ParameterizedTest
    @EnumSource(Surface.class)
    @EnabledIf("hasOpenssl")
    void agreesOnX25519AndOnNoFiniteField(Surface surface) throws Exception {
        assertThat(openssl(surface, "-groups", "x25519")).contains("Server Temp Key: X25519");
        assertThat(openssl(surface, "-tls1_3", "-groups", "ffdhe2048")).contains("no peer certificate available");
    }

    @Test
    void namesOnlyCasToClients() throws IOException {
        RawClient client = client();

        client.get(Surface.PARTNER, "/v1/echo");

        assertThat(client.namedIssuers())
                .extracting(Principal::getName)
                .containsExactly(
                        doors.partnerCa.certificate().getSubjectX500Principal().getName());
    }

    @Test
    void asksNoCertificateAtTheOpenDoor() throws IOException {
        RawClient stranger = new RawClient(doors, Optional.empty());

        assertThat(stranger.get(Surface.OPEN, "/log/checkpoint").text()).startsWith("HTTP/1.1 200");
    }

    /** OpenSSL, because the JDK of the test refuses what the server must refuse. Debian's build needs level 0 for it. */
    private static String openssl(Surface surface, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "openssl",
                "s_client",
                "-cipher",
                "DEFAULT:@SECLEVEL=0",
                "-connect",
                "localhost:" + doors.port(surface)));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    static boolean hasOpenssl() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "openssl")));
    }

    private static void handshake(Surface surface, String suite) throws IOException {
        try (SSLSocket socket = client().connect(surface)) {
            socket.setEnabledCipherSuites(new String[] {suite});
            socket.startHandshake();
        }
    }

    private static RawClient client() {
        return new RawClient(doors, Optional.of(partner));
    }
}
