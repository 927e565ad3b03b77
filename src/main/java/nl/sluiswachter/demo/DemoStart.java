package nl.sluiswachter.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import nl.sluiswachter.party.PartyDirectory;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.startup.StartRefused;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What a demo needs before the application can be made: keys and a database. */
final class DemoStart {

    private static final String DATABASE = "spring.datasource.url";

    private DemoStart() {}

    /** A database of the operator's own, given by its setting, is used as it is. */
    static void prepare(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        GatewaySettings.Demo demo =
                Binder.get(environment).bindOrCreate("sluiswachter.demo", GatewaySettings.Demo.class);
        ProgressListener progress = new DemoProgress();
        certificates(demo.certificates(), progress);
        DemoKeys.ensure(demo.data());
        if (environment.getProperty(DATABASE, "").isBlank()) {
            EmbeddedPostgres database = EmbeddedPostgres.start(demo.data(), demo.databasePort(), progress);
            RunningDatabase running = new RunningDatabase(demo.data());
            running.runsAt(database.jdbcUrl());
            stopLast(context, () -> {
                running.stopped();
                database.close();
            });
            environment.getPropertySources().addFirst(new MapPropertySource("embedded database", settings(database)));
        }
        progress.begins("Starting the gateway");
    }

    private static void certificates(Path folder, ProgressListener progress) {
        if (!Files.isRegularFile(folder.resolve(PartyDirectory.LIST))) {
            throw new StartRefused("There is no " + PartyDirectory.LIST + " in " + folder.toAbsolutePath()
                    + "; start the demo in the checkout folder, or name the folder with"
                    + " sluiswachter.demo.certificates.");
        }
        try {
            progress.begins("Checking the example certificates, making them where needed");
            new ExampleCertificates(folder, Clock.systemUTC()).prepare();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new StartRefused("The example certificates cannot be made: " + e.getMessage(), e);
        }
    }

    /**
     * What is registered first is destroyed last, so the database outlives the connection pool; the shutdown handler is
     * for a start that fails before there are beans.
     */
    private static void stopLast(ConfigurableApplicationContext context, Runnable stop) {
        ((DefaultListableBeanFactory) context.getBeanFactory()).registerDisposableBean("embeddedPostgres", stop::run);
        SpringApplication.getShutdownHandlers().add(stop);
    }

    private static Map<String, Object> settings(EmbeddedPostgres database) {
        return Map.of(
                DATABASE,
                database.jdbcUrl(),
                "spring.datasource.username",
                database.appUser(),
                "spring.datasource.password",
                database.appPassword(),
                "spring.flyway.user",
                database.ownerUser(),
                "spring.flyway.password",
                database.ownerPassword());
    }
}
