package nl.sluiswachter.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written about the console is about all of it. */
class ConsoleDocumentTest {

    private static final Path DOCUMENT = Path.of("docs", "console.md");
    private static final Path IMAGES = Path.of("docs", "images");
    private static final Pattern PICTURE = Pattern.compile("\\(images/([a-z-]+\\.png)\\)");
    private static final Pattern PAGE = Pattern.compile("(?m)^\\| \\[.*?\\) \\| `([^`]+)` \\| ([^|]+) \\|");

    @Test
    void namesEveryPageInTheOrderOfTheMenu() throws IOException {
        List<String> named = PAGE.matcher(Files.readString(DOCUMENT))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(named)
                .isEqualTo(Arrays.stream(ConsolePage.values())
                        .map(ConsolePage::path)
                        .toList());
    }

    /** Written down twice, so that nobody opens a page to another role by one change. */
    @Test
    void saysForWhomEveryPageIs() throws IOException {
        Map<String, String> named = PAGE.matcher(Files.readString(DOCUMENT))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));

        for (ConsolePage page : ConsolePage.values()) {
            String all = Arrays.stream(Role.values())
                    .filter(page.roles()::contains)
                    .map(Role::claim)
                    .collect(Collectors.joining(", "));
            assertThat(named.get(page.path()))
                    .isEqualTo(page.roles().size() == Role.values().length ? "everybody who can sign in" : all);
        }
    }

    @Test
    void showsEveryPictureOfTheConsole() throws IOException {
        Set<String> shown = PICTURE.matcher(Files.readString(DOCUMENT))
                .results()
                .map(picture -> picture.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(IMAGES)) {
            assertThat(shown)
                    .isEqualTo(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("console-"))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }
}
