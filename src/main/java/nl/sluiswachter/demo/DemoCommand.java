package nl.sluiswachter.demo;

import java.util.Map;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.startup.StartRefused;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/** Lets a command use the database of a running demo; does nothing whatever without the profile {@code demo}. */
public final class DemoCommand implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        boolean own = !environment.getProperty("spring.datasource.url", "").isBlank();
        if (own || !environment.acceptsProfiles(Profiles.of(DemoInitializer.PROFILE))) {
            return;
        }
        GatewaySettings.Demo demo =
                Binder.get(environment).bindOrCreate("sluiswachter.demo", GatewaySettings.Demo.class);
        Map<String, Object> settings = new RunningDatabase(demo.data())
                .settings()
                .orElseThrow(() -> new StartRefused("No demo runs with its data in " + demo.data()
                        + "; start it first, or name its folder with sluiswachter.demo.data."));
        environment.getPropertySources().addFirst(new MapPropertySource("running database", settings));
    }
}
