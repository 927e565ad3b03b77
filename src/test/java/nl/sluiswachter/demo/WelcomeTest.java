package nl.sluiswachter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import nl.sluiswachter.settings.GatewaySettings;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

class WelcomeTest {

    @Test
    void printsTheCommandsThatTheReadmeTells() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        List<String> commands = commands(welcome());

        assertThat(commands).hasSize(3).allSatisfy(command -> assertThat(readme).contains(command));
    }

    @Test
    void namesBodiesThatExist() throws IOException {
        assertThat(Pattern.compile("@(\\S+)").matcher(welcome()).results().map(found -> found.group(1)))
                .hasSize(2)
                .allSatisfy(file -> assertThat(Path.of(file)).isRegularFile());
    }

    @Test
    void followsThePortsThatAreConfigured() throws IOException {
        assertThat(welcome("--sluiswachter.surfaces.partner.port=20443")).contains("https://localhost:20443/v1/inbox");
    }

    private static List<String> commands(String text) {
        return Arrays.stream(text.split("\n\n"))
                .filter(part -> part.startsWith("curl "))
                .map(String::stripTrailing)
                .toList();
    }

    private static String welcome(String... arguments) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        for (String name : List.of("application-demo.yaml", "application.yaml")) {
            new YamlPropertySourceLoader()
                    .load(name, new FileSystemResource(Path.of("src", "main", "resources", name)))
                    .forEach(environment.getPropertySources()::addLast);
        }
        GatewaySettings settings = Binder.get(environment)
                .bind("sluiswachter", GatewaySettings.class)
                .get();
        return new Welcome(settings, environment).text();
    }
}
