package nl.sluiswachter.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.crypto.ExampleAuthority;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import nl.sluiswachter.kernel.crypto.ExampleSubject;
import nl.sluiswachter.kernel.crypto.Fingerprint;
import nl.sluiswachter.kernel.crypto.KeyKind;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyKey;
import nl.sluiswachter.party.PartyStatus;
import nl.sluiswachter.party.Side;
import nl.sluiswachter.support.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Running doors on free ports, with certificates and a database of their own. */
final class TestDoors implements AutoCloseable {

    static final String GATEWAY_OIN = "00000099000000000100";
    private static final Duration DAY = Duration.ofDays(1);

    final Instant now = Instant.now();
    final ExampleAuthority partnerCa = authority("Partner CA");
    final ExampleAuthority municipalCa = authority("Municipal CA");
    final TestDatabase database = TestDatabase.create();
    private final Path folder;
    private ConfigurableApplicationContext context;

    private TestDoors() throws IOException {
        folder = Files.createTempDirectory("doors");
        write("partner.pem", partnerCa.pem());
        write("municipal.pem", municipalCa.pem());
        ExampleIdentity gateway = municipalCa.issue(subject("Gateway", List.of(GATEWAY_OIN)));
        write("gateway.pem", gateway.chainPem());
        write("gateway-key.pem", gateway.keyPem());
        partnerRevokes(List.of());
        write("municipal.crl", municipalCa.revocationPem(List.of(), now.minus(DAY), now.plus(DAY)));
    }

    /** Opens the doors with the given settings besides the usual. */
    static TestDoors open(String... settings) {
        return open("demo", settings);
    }

    /** Opens the doors in another profile than the demo's. */
    static TestDoors open(String profile, String[] settings) {
        try {
            TestDoors doors = new TestDoors();
            String[] arguments = doors.arguments(settings);
            doors.context = new SpringApplicationBuilder(DoorsApplication.class)
                    .profiles(profile)
                    .run(arguments);
            return doors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] arguments(String... overrides) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("sluiswachter.surfaces.partner.port", "0");
        settings.put("sluiswachter.surfaces.back-office.port", "0");
        settings.put("sluiswachter.surfaces.open.port", "0");
        settings.put("management.server.port", "0");
        settings.put("camel.main.routes-include-pattern", "false");
        settings.put("management.endpoint.health.validate-group-membership", "false");
        settings.put("sluiswachter.demo.data", folder.resolve("data").toString());
        settings.put("sluiswachter.tls.certificate", file("gateway.pem"));
        settings.put("sluiswachter.tls.key", file("gateway-key.pem"));
        settings.put("sluiswachter.tls.partner-anchors", file("partner.pem"));
        settings.put("sluiswachter.tls.municipal-anchors", file("municipal.pem"));
        settings.put("sluiswachter.tls.partner-crl", file("partner.crl"));
        settings.put("sluiswachter.tls.municipal-crl", file("municipal.crl"));
        for (String override : overrides) {
            settings.put(override.substring(0, override.indexOf('=')), override.substring(override.indexOf('=') + 1));
        }
        return settings.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    /** A certificate of the partner CA for a registered, active partner. */
    ExampleIdentity partner(String oin) {
        ExampleIdentity identity = partnerCa.issue(subject("Partner", List.of(oin)));
        register(oin, Side.PARTNER, PartyStatus.ACTIVE, identity);
        return identity;
    }

    void register(String oin, Side side, PartyStatus status, ExampleIdentity identity) {
        PartyKey key = new PartyKey(Fingerprint.ofKey(identity.leaf()), now.minus(DAY), now.plus(DAY));
        bean(Parties.class).save(party(oin, side, status, key));
    }

    static Party party(String oin, Side side, PartyStatus status, PartyKey... keys) {
        return new Party(
                new Oin(oin),
                "Partner",
                side,
                status,
                Set.of(new Capacity("HUISARTS")),
                List.of(keys),
                Optional.empty());
    }

    ExampleSubject subject(String organisation, List<String> oins) {
        return new ExampleSubject(organisation, oins, false, KeyKind.EC_P256, now.minus(DAY), now.plus(DAY));
    }

    ExampleAuthority authority(String name) {
        return ExampleAuthority.named(name, now.minus(DAY.multipliedBy(9)), now.plus(DAY.multipliedBy(9)));
    }

    void partnerRevokes(List<X509Certificate> revoked) {
        write("partner.crl", partnerCa.revocationPem(revoked, now.minus(DAY), now.plus(DAY)));
    }

    /** Replaces a file as an operator should: whole. */
    void write(String name, byte[] content) {
        try {
            Path draft = Files.write(folder.resolve(name + ".new"), content);
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String file(String name) {
        return folder.resolve(name).toString();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port(Surface surface) {
        return bean(Connectors.class).port(surface);
    }

    int managementPort() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.management.port"));
    }

    /** A client without a certificate when there is no identity. */
    HttpClient client(Optional<ExampleIdentity> identity) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls(identity.map(StubbornKeys::new).orElse(null)))
                .build();
    }

    /** Trusts the gateway; shows the given keys, if any. */
    SSLContext tls(KeyManager keys) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("gateway", municipalCa.certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trusted);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys == null ? null : new KeyManager[] {keys}, trust.getTrustManagers(), null);
            return tls;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
