package nl.sluiswachter.command;

import java.util.List;
import nl.sluiswachter.startup.StartRefused;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/** Stops a command, before anything is made, when a setting is missing that it needs. */
public final class CommandSettings implements BeanFactoryPostProcessor {

    private static final List<String> NEEDED =
            List.of("spring.datasource.url", "spring.datasource.username", "sluiswachter.keys.subject");

    private final Environment environment;

    public CommandSettings(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<String> missing = NEEDED.stream()
                .filter(name -> environment.getProperty(name, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new StartRefused(
                    "A command needs the settings of the gateway; missing: " + String.join(", ", missing) + ".");
        }
    }
}
