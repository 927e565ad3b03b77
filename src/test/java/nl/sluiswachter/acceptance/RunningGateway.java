package nl.sluiswachter.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.SluiswachterApplication;
import nl.sluiswachter.kernel.crypto.ExampleAuthority;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import nl.sluiswachter.kernel.crypto.ExampleSubject;
import nl.sluiswachter.kernel.crypto.KeyKind;
import nl.sluiswachter.party.PartyDirectory;
import nl.sluiswachter.settings.SecretFile;
import nl.sluiswachter.settings.TextFile;
import nl.sluiswachter.transferlog.merkle.Ed25519;
import nl.sluiswachter.transferlog.merkle.SignerKey;
import nl.sluiswachter.transferlog.witness.SomeWitness;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The whole application on free ports, with example certificates of its own. */
final class RunningGateway {

    /** The doors in the order in which the gateway opens them. */
    enum Door {
        PARTNER,
        BACK_OFFICE,
        OPEN
    }

    /** The log of another gateway, which this one cosigns. */
    static final SignerKey NEIGHBOUR = SignerKey.of("sluiswachter/00000099000000000200/1", Ed25519.NOTE, new byte[32]);

    /** Somebody who is no example, as an operator registers parties. */
    private static final String PARTIES =
            """
            parties:
              - oin: "00000099000000008000"
                name: Bibliotheek Voorbeeld
                side: PARTNER
                status: SUSPENDED
                capacities: [WELZIJN]
                keys:
                  - fingerprint: "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"
                    validFrom: 2026-01-01T00:00:00Z
                    validUntil: 2028-01-01T00:00:00Z
            """;

    private static final String CLIENT_SECRET = "client.secret";

    private final Path folder;
    private final ExampleAuthority receiptAuthority;
    private final ExampleIdentity receipts;
    private final RestartableDatabase database;
    private final SomeWitness witness = new SomeWitness(this::logKey);
    private final SomeProvider provider = new SomeProvider();
    private final ConfigurableApplicationContext context;

    private RunningGateway() {
        try {
            folder = Files.createTempDirectory("acceptance");
            Path certificates = Files.createDirectory(folder.resolve("certificates"));
            Files.writeString(folder.resolve("parties.yaml"), PARTIES);
            Files.copy(Path.of("certs-example", PartyDirectory.LIST), certificates.resolve(PartyDirectory.LIST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Instant now = Instant.now();
        receiptAuthority =
                ExampleAuthority.named("Receipts", now.minus(1, ChronoUnit.DAYS), now.plus(1, ChronoUnit.DAYS));
        receipts = receiptAuthority.issue(new ExampleSubject(
                "Gateway",
                List.of("00000099000000000100"),
                false,
                KeyKind.EC_P256,
                now.minus(1, ChronoUnit.HOURS),
                now.plus(1, ChronoUnit.DAYS)));
        database = new RestartableDatabase();
        context = run(settings());
    }

    /** The one gateway of all acceptance tests: Camel's servlet allows no second in a process. It stops with the process. */
    static RunningGateway shared() {
        return Shared.GATEWAY;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("sluiswachter.demo.data", folder.resolve("data").toString());
        settings.put(
                "sluiswachter.demo.certificates", folder.resolve("certificates").toString());
        List.of("partner", "back-office", "open")
                .forEach(door -> settings.put("sluiswachter.surfaces." + door + ".port", "0"));
        settings.put("sluiswachter.parties", folder.resolve("parties.yaml").toString());
        settings.put("sluiswachter.canaries.every", "1h"); // some tests break the log on purpose
        settings.put("management.server.port", "0");
        settings.put("sluiswachter.witnessing.every", "1s");
        settings.put("sluiswachter.witnessing.witnesses[0].key", SomeWitness.key());
        settings.put("sluiswachter.witnessing.witnesses[0].url", witness.url().toString());
        settings.put(
                "sluiswachter.witnessing.witnesses[0].trust",
                witness.trust(folder).toString());
        settings.put(
                "sluiswachter.witnessing.neighbours[0]", NEIGHBOUR.verifierKey().text());
        settings.put(
                "sluiswachter.keys.signing",
                written("receipts.key", receipts.keyPem()).toString());
        settings.put(
                "sluiswachter.keys.signing-certificates",
                written("receipts.pem", receipts.chainPem()).toString());
        settings.put("sluiswachter.keys.witness", secret("witness.key").toString());
        settings.put("sluiswachter.keys.log-post-quantum", secret("second.key").toString());
        settings.put("sluiswachter.delivery.allow-private-addresses", "localhost");
        settings.put("sluiswachter.console.issuer", provider.issuer());
        settings.put("sluiswachter.console.client-secret", secret(CLIENT_SECRET).toString());
        settings.put(
                "sluiswachter.console.issuer-trust",
                certificate("municipal-ca.pem").toString());
        return settings;
    }

    private Path secret(String name) {
        byte[] seed = Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), 32);
        return written(name, Base64.getEncoder().encode(seed));
    }

    private Path written(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key of its log, which it makes itself at its first start. */
    private String logKey() {
        byte[] seed = SecretFile.read("", key("log.key"));
        return SignerKey.of("sluiswachter/00000099000000000100/1", Ed25519.NOTE, seed)
                .verifierKey()
                .text();
    }

    private static ConfigurableApplicationContext run(Map<String, String> settings) {
        return new SpringApplicationBuilder(SluiswachterApplication.class)
                .profiles("demo")
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** The provider of identities, running from now on. */
    SomeProvider provider() {
        Ssl tls = new Ssl();
        tls.setCertificate("file:" + certificate("gateway.pem"));
        tls.setCertificatePrivateKey("file:" + certificate("gateway-key.pem"));
        provider.start(
                "https://localhost:" + port(Door.OPEN) + "/console/oauth2/back",
                TextFile.read("client-secret", folder.resolve(CLIENT_SECRET)),
                tls);
        return provider;
    }

    int port(Door door) {
        TomcatWebServer server = (TomcatWebServer) ((ServletWebServerApplicationContext) context).getWebServer();
        Connector[] connectors = server.getTomcat().getService().findConnectors();
        return connectors[door.ordinal()].getLocalPort();
    }

    /** Who certified the key that signs receipts, in PEM. */
    byte[] receiptAuthority() {
        return receiptAuthority.pem();
    }

    /** The key that signs receipts. */
    Path receiptKey() {
        return folder.resolve("receipts.key");
    }

    int managementPort() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.management.port"));
    }

    /** A file of the example certificates. */
    Path certificate(String file) {
        return folder.resolve("certificates").resolve(file);
    }

    /** A file of the gateway's own keys. */
    Path key(String file) {
        return folder.resolve("data").resolve(file);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    RestartableDatabase database() {
        return database;
    }

    private void end() {
        context.close();
        witness.close();
        provider.stop();
        database.remove();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {

        private static final RunningGateway GATEWAY = new RunningGateway();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(GATEWAY::end));
        }
    }
}
