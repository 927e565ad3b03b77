package nl.sluiswachter.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.SluiswachterApplication;
import nl.sluiswachter.party.PartyDirectory;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
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

    private final Path folder;
    private final RestartableDatabase database;
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
        settings.put("sluiswachter.delivery.allow-private-addresses", "localhost");
        return settings;
    }

    private static ConfigurableApplicationContext run(Map<String, String> settings) {
        return new SpringApplicationBuilder(SluiswachterApplication.class)
                .profiles("demo")
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    int port(Door door) {
        TomcatWebServer server = (TomcatWebServer) ((ServletWebServerApplicationContext) context).getWebServer();
        Connector[] connectors = server.getTomcat().getService().findConnectors();
        return connectors[door.ordinal()].getLocalPort();
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
