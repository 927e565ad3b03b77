package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page for auditors says of how much there is to read. */
class VerifierDocumentTest {

    private static final Path CODE = Path.of("src", "main", "java", "nl", "sluiswachter");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|[^|]+\\|([^|]*`[^|]*)\\| ([\\d,]+) \\|$");
    private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");
    private static final double TENTH = 0.1;

    @Test
    void namesEveryClassOnce() {
        List<String> named = rows().flatMap(row -> names(row.group(1)))
                .filter(name -> !name.contains("."))
                .toList();

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(files("verifier")
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .filter(name -> !name.equals("package-info"))
                        .toList());
    }

    @Test
    void saysHowManyLinesThereAre() {
        assertThat(rows()).hasSize(10).allSatisfy(row -> {
            long said = Long.parseLong(row.group(2).replace(",", ""));
            assertThat((double) lines(row.group(1))).as(row.group(1)).isCloseTo(said, within(TENTH * said));
        });
    }

    private static Stream<MatchResult> rows() {
        String page = text(Path.of("docs", "verifying-the-log.md"));
        int start = page.indexOf("## What an auditor reads");
        return ROW.matcher(page.substring(start, page.indexOf("\n## ", start))).results();
    }

    private static Stream<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1));
    }

    private static long lines(String cell) {
        return names(cell)
                .flatMap(name -> name.contains(".")
                        ? files(name.replace('.', '/'))
                        : Stream.of(CODE.resolve("verifier/" + name + ".java")))
                .mapToLong(file -> text(file).lines().count())
                .sum();
    }

    private static Stream<Path> files(String folder) {
        return Arrays.stream(CODE.resolve(folder).toFile().listFiles((at, name) -> name.endsWith(".java")))
                .map(java.io.File::toPath);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
