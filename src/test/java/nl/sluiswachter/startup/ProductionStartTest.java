package nl.sluiswachter.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import nl.sluiswachter.SluiswachterApplication;
import nl.sluiswachter.support.ProductionClassPath;
import nl.sluiswachter.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gateway in a process of its own, as a municipality starts it: no demo, and certificates and keys that are no examples. */
@Timeout(180)
class ProductionStartTest {

    private static final String SIGN_IN = "/console/sign-in";
    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "own";

    /** As another site would choose it: whoever posts forms of their own brings their own token. */
    private static final byte[] TOKEN = "a-token-of-my-own".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    private static final int PORT = freePort();

    private static Process gateway;
    private static HttpClient stranger;

    @BeforeAll
    static void start() throws Exception {
        KeyStore own = certificate();
        gateway = new ProcessBuilder(command())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        stranger = HttpClient.newBuilder().sslContext(trusting(own)).build();
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> {
            assertThat(gateway.isAlive()).isTrue();
            return get(SIGN_IN).statusCode() == 200;
        });
    }

    @AfterAll
    static void stop() {
        gateway.destroy();
        gateway.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    @Test
    void offersNobodyToSignInWithoutProof() throws Exception {
        HttpResponse<String> entrance = get(SIGN_IN);

        assertThat(entrance.body())
                .contains("<h1", "Er is nog geen manier om in te loggen ingesteld")
                .doesNotContain("name=\"role\"", "privacy-officer", "class=\"demo\"", "Demo:");
    }

    @Test
    void takesTheFormOfTheDemoAsNothingThatIsHere() throws Exception {
        HttpResponse<String> answer = post(SIGN_IN, "role=privacy-officer&to=%2Fconsole%2Ftransfers");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Deze pagina is er niet").doesNotContain("class=\"demo\"");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(get("/console/transfers").statusCode()).isEqualTo(303);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private static HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        byte[] masked = new byte[2 * TOKEN.length]; // with nothing but zeros, before the token
        System.arraycopy(TOKEN, 0, masked, TOKEN.length, TOKEN.length);
        String token = URLEncoder.encode(Base64.getUrlEncoder().encodeToString(masked), StandardCharsets.UTF_8);
        return send(request(path)
                .header("Cookie", "__Host-sluiswachter-form=" + new String(TOKEN, StandardCharsets.UTF_8))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&_csrf=" + token)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + PORT + path))
                .header("Accept-Language", "nl")
                .timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return stranger.send(request.build(), BodyHandlers.ofString());
    }

    private static List<String> command() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program("java"),
                "-XX:TieredStopAtLevel=1", // it soon ends, and other tests want the processors
                "-cp",
                ProductionClassPath.text(),
                SluiswachterApplication.class.getName()));
        TestDatabase.create().settings().forEach((name, value) -> command.add("--" + name + "=" + value));
        Path random =
                Files.writeString(folder.resolve("random"), Base64.getEncoder().encodeToString(new byte[32]));
        Stream.of("subject", "payload", "log").forEach(key -> command.add("--sluiswachter.keys." + key + "=" + random));
        command.add("--sluiswachter.keys.signing=" + folder.resolve("key.pem"));
        command.add("--sluiswachter.tls.key=" + folder.resolve("key.pem"));
        Stream.of("certificate", "partner-anchors", "municipal-anchors")
                .forEach(name -> command.add("--sluiswachter.tls." + name + "=" + folder.resolve("own.pem")));
        Stream.of("partner", "municipal")
                .forEach(side -> command.add("--sluiswachter.tls." + side + "-crl=" + folder.resolve("own.crl")));
        command.addAll(List.of(
                "--sluiswachter.oin=00000099000000000100",
                "--sluiswachter.log.memory=" + folder.resolve("memory"),
                "--sluiswachter.surfaces.partner.enabled=false",
                "--sluiswachter.surfaces.back-office.enabled=false",
                "--sluiswachter.surfaces.open.port=" + PORT,
                "--management.server.port=" + freePort()));
        return command;
    }

    /** Made as an operator makes one, with what every JDK has. */
    private static KeyStore certificate() throws Exception {
        keytool("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=localhost, O=Gemeente Elders");
        keytool("-gencrl", "-id", "1", "-rfc", "-file", "own.crl");
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(folder.resolve("own.p12"))) {
            own.load(file, PASSWORD.toCharArray());
        }
        Key key = own.getKey(ALIAS, PASSWORD.toCharArray());
        write("own.pem", "CERTIFICATE", own.getCertificate(ALIAS).getEncoded());
        write("key.pem", "PRIVATE KEY", key.getEncoded());
        return own;
    }

    private static void keytool(String command, String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(program("keytool"), "-J-XX:TieredStopAtLevel=1", command));
        words.addAll(List.of("-alias", ALIAS, "-keystore", "own.p12", "-storetype", "PKCS12", "-storepass", PASSWORD));
        words.addAll(Arrays.asList(options));
        if (command.equals("-genkeypair")) {
            words.addAll(List.of("-ext", "bc:c", "-ext", "san=dns:localhost", "-validity", "9"));
        }
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("keytool")))
                .isZero();
    }

    private static void write(String name, String what, byte[] content) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                        .formatted(what, Base64.getMimeEncoder().encodeToString(content), what));
    }

    private static SSLContext trusting(KeyStore own) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, own.getCertificate(ALIAS));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return tls;
    }

    private static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
