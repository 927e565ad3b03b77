package nl.sluiswachter.freetext;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much the guard finds of what it should, and how much of what it finds it should. */
class FreeTextScoreTest {
    private static final double RECALL = 0.95;
    private static final double PRECISION = 0.95;

    @ParameterizedTest
    @ValueSource(strings = {"development", "held-out"})
    void findsWhatTheDocumentationSays(String set) throws IOException {
        List<String> misses = new ArrayList<>();
        StringBuilder rows = new StringBuilder();
        Sentences.in(set + ".yaml").scores(new FreeTextGuard(), misses).forEach((kind, score) -> {
            assertThat(score.recall()).as("recall of %s: %s", kind, misses).isGreaterThanOrEqualTo(RECALL);
            assertThat(score.precision())
                    .as("precision of %s: %s", kind, misses)
                    .isGreaterThanOrEqualTo(PRECISION);
            rows.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %.3f | %d | %.3f |%n",
                    set,
                    kind,
                    score.marked(),
                    score.recall(),
                    score.found(),
                    score.precision()));
        });

        assertThat(Files.readString(Path.of("docs/free-text-guard.md")))
                .as("misses: %s", misses)
                .contains(rows);
    }
}
