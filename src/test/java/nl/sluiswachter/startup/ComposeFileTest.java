package nl.sluiswachter.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ComposeFileTest {

    private final JsonNode compose = read();

    @Test
    void givesTheContainersNoMoreThanTheyNeed() {
        for (JsonNode service : compose.get("services")) {
            assertThat(service.get("read_only").asBoolean()).isTrue();
            assertThat(service.at("/cap_drop/0").asText()).isEqualTo("ALL");
            assertThat(service.at("/security_opt/0").asText()).isEqualTo("no-new-privileges:true");
            assertThat(service.has("healthcheck")).isTrue();
        }
    }

    @Test
    void publishesTheThreeDoorsAndNothingElse() {
        assertThat(compose.at("/services/gateway/ports"))
                .map(JsonNode::asText)
                .containsExactly("8443:8443", "8444:8444", "9443:9443");
        assertThat(compose.at("/services/postgres").has("ports")).isFalse();
        assertThat(compose.at("/networks/database/internal").asBoolean()).isTrue();
    }

    @Test
    void mountsTheRoutesReadOnly() {
        assertThat(compose.at("/services/gateway/volumes"))
                .map(JsonNode::asText)
                .contains("./routes:/gateway/routes:ro");
    }

    @Test
    void holdsNoSecretAndDefinesEachThatIsUsed() {
        Set<String> used = new TreeSet<>();
        for (JsonNode service : compose.get("services")) {
            service.get("secrets")
                    .forEach(secret -> used.add(
                            secret.isTextual()
                                    ? secret.asText()
                                    : secret.get("source").asText()));
            service.get("environment").fieldNames().forEachRemaining(name -> assertThat(name)
                    .doesNotEndWith("PASSWORD"));
        }
        Set<String> defined = new TreeSet<>();
        compose.get("secrets").fieldNames().forEachRemaining(defined::add);

        assertThat(used).isEqualTo(defined);
        assertThat(compose.get("secrets"))
                .allSatisfy(secret -> assertThat(secret.get("file").asText()).startsWith("./secrets/"));
    }

    @Test
    void givesEveryRequiredSetting() {
        List<String> given = StreamSupport.stream(
                        ((Iterable<String>) () -> compose.at("/services/gateway/environment")
                                        .fieldNames())
                                .spliterator(),
                        false)
                .toList();

        assertThat(given)
                .contains(RequiredSettings.all().stream()
                        .map(ComposeFileTest::variable)
                        .toArray(String[]::new));
    }

    /** As Spring Boot spells a setting as an environment variable. */
    private static String variable(String setting) {
        return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Files.readString(Path.of("docker-compose.yml")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
