package nl.sluiswachter.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
    private static final Pattern PAGE = Pattern.compile("(?m)^\\| \\[.*?\\) \\| `([^`]+)` \\|");

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
