package nl.sluiswachter.startup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/** Stops the start, before anything is made, when a setting that has no safe default was not given. */
final class RequiredSettings implements BeanFactoryPostProcessor {

    private static final List<String> TEXTS = List.of(
            "spring.datasource.url", "spring.datasource.username", "sluiswachter.oin", "sluiswachter.log.memory");

    private static final List<String> FILES = List.of(
            "sluiswachter.tls.certificate",
            "sluiswachter.tls.key",
            "sluiswachter.keys.subject",
            "sluiswachter.keys.payload",
            "sluiswachter.keys.signing",
            "sluiswachter.keys.log");

    private static final List<String> PARTNER =
            List.of("sluiswachter.tls.partner-anchors", "sluiswachter.tls.partner-crl");

    private static final List<String> BACK_OFFICE =
            List.of("sluiswachter.tls.municipal-anchors", "sluiswachter.tls.municipal-crl");

    private static final String MIGRATOR = "spring.flyway.user";

    private final Environment environment;

    RequiredSettings(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<String> files = files();
        List<String> missing = Stream.concat(texts().stream(), files.stream())
                .filter(name -> given(name).isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new StartRefused((missing.size() == 1 ? "This setting is missing: " : "These settings are missing: ")
                    + String.join(", ", missing) + ".");
        }
        List<String> unreadable = files.stream().filter(this::isUnreadable).toList();
        if (!unreadable.isEmpty()) {
            throw new StartRefused("No readable file is named by " + String.join(", ", unreadable)
                    + "; docs/settings.md says what it holds.");
        }
        new UsableSettings(this::given).check();
    }

    /** What a node must be given that opens every door and migrates its database. */
    static List<String> all() {
        return Stream.of(TEXTS, List.of(MIGRATOR), FILES, PARTNER, BACK_OFFICE)
                .flatMap(List::stream)
                .toList();
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>(TEXTS);
        if (isOn("spring.flyway.enabled")) {
            texts.add(MIGRATOR);
        }
        return texts;
    }

    private List<String> files() {
        List<String> files = new ArrayList<>(FILES);
        if (isOn("sluiswachter.surfaces.partner.enabled")) {
            files.addAll(PARTNER);
        }
        if (isOn("sluiswachter.surfaces.back-office.enabled")) {
            files.addAll(BACK_OFFICE);
        }
        return files;
    }

    private boolean isOn(String name) {
        return environment.getProperty(name, Boolean.class, true);
    }

    private String given(String name) {
        return environment.getProperty(name, "");
    }

    private boolean isUnreadable(String name) {
        Path file = Path.of(given(name));
        return !Files.isRegularFile(file) || !Files.isReadable(file);
    }
}
