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
import nl.sluiswachter.support.TestDatabase;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on free ports, with example certificates of its own. */
final class RunningGateway implements AutoCloseable {

    /** The doors in the order in which the gateway opens them. */
    enum Door {
        PARTNER,
        BACK_OFFICE,
        OPEN
    }

    private final Path folder;
    private final ConfigurableApplicationContext context;

    private RunningGateway(Path folder, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.context = context;
    }

    /** The one gateway of all acceptance tests, on its own database; it stops with the process. */
    static RunningGateway shared() {
        return Shared.GATEWAY;
    }

    /** Another gateway, on the database of these settings. */
    static RunningGateway start(Map<String, String> database, String... more) {
        try {
            Path folder = Files.createTempDirectory("acceptance");
            Path certificates = Files.createDirectory(folder.resolve("certificates"));
            Files.copy(Path.of("certs-example", PartyDirectory.LIST), certificates.resolve(PartyDirectory.LIST));
            Map<String, String> settings = new HashMap<>(database);
            settings.put("sluiswachter.demo.data", folder.resolve("data").toString());
            settings.put("sluiswachter.demo.certificates", certificates.toString());
            List.of("partner", "back-office", "open")
                    .forEach(door -> settings.put("sluiswachter.surfaces." + door + ".port", "0"));
            settings.put("management.server.port", "0");
            settings.put("sluiswachter.delivery.allow-private-addresses", "localhost");
            for (String setting : more) {
                settings.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
            }
            return new RunningGateway(folder, run(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    @Override
    public void close() {
        context.close();
    }

    private static final class Shared {

        private static final RunningGateway GATEWAY = start(SharedDatabase.DATABASE.settings());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(GATEWAY::close));
        }
    }

    /** Apart, so that its tables can be looked into without a second look at the gateway. */
    static final class SharedDatabase {

        static final TestDatabase DATABASE = TestDatabase.create();

        private SharedDatabase() {}
    }
}
