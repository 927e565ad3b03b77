package nl.sluiswachter.demo;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/** Prepares a demo before the application exists, and does nothing whatever without the profile {@code demo}. */
public final class DemoInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Name of the profile. */
    static final String PROFILE = "demo";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment().acceptsProfiles(Profiles.of(PROFILE))) {
            DemoStart.prepare(context);
        }
    }
}
