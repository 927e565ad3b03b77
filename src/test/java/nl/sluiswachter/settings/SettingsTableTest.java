package nl.sluiswachter.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

class SettingsTableTest {

    private static final Pattern ROW = Pattern.compile("\\| `(sluiswachter\\.[a-z.-]+)` \\| ([^|]+) \\| [^|]+ \\|");

    @Test
    void listsEverySettingAndNoOther() throws IOException {
        assertThat(documented().keySet()).isEqualTo(defined().keySet());
    }

    @Test
    void tellsTheDefaultThatTheCodeHas() throws IOException {
        Map<String, String> documented = documented();

        defined().forEach((name, value) -> {
            if (!value.isEmpty()) {
                assertThat(documented.get(name)).as(name).isEqualTo("`" + value + "`");
            }
        });
    }

    private static Map<String, String> documented() throws IOException {
        return Files.readAllLines(Path.of("docs", "settings.md")).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2), (a, b) -> a + b, TreeMap::new));
    }

    private static Map<String, String> defined() {
        return settings("sluiswachter", GatewaySettings.class)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a + b, TreeMap::new));
    }

    private static Stream<Map.Entry<String, String>> settings(String prefix, Class<?> group) {
        return Stream.of(group.getRecordComponents()).flatMap(member -> {
            String name = prefix + "." + dashed(member.getName());
            return member.getType().isRecord()
                    ? settings(name, member.getType())
                    : Stream.of(Map.entry(name, defaultOf(group, member)));
        });
    }

    private static String defaultOf(Class<?> group, RecordComponent member) {
        RecordComponent[] members = group.getRecordComponents();
        for (int i = 0; i < members.length; i++) {
            if (members[i].getName().equals(member.getName())) {
                DefaultValue value =
                        group.getDeclaredConstructors()[0].getParameters()[i].getAnnotation(DefaultValue.class);
                return value == null ? "" : String.join(",", value.value());
            }
        }
        throw new IllegalArgumentException(member.getName());
    }

    private static String dashed(String name) {
        String dashed = name.replaceAll("([A-Z])", "-$1");
        return ConfigurationPropertyName.adapt(dashed, '.').toString();
    }
}
