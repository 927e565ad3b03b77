package nl.sluiswachter.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever opens a file should be able to keep it in mind. */
class SizeTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final int FILE = 250;
    private static final int MEDIAN = 60;
    private static final int METHOD = 30;

    @Test
    void filesAreShort() throws IOException {
        List<Integer> sizes = new ArrayList<>();
        for (Path file : files()) {
            int size = Files.readAllLines(file).size();
            assertThat(size).as(file.toString()).isLessThanOrEqualTo(FILE);
            sizes.add(size);
        }
        sizes.sort(null);
        assertThat(sizes.get(sizes.size() / 2)).as("median").isLessThanOrEqualTo(MEDIAN);
    }

    @Test
    void methodsAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files()) {
            tooLong.addAll(tooLong(file.getFileName().toString(), Files.readAllLines(file)));
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void seesAMethodThatIsTooLong() {
        List<String> lines = new ArrayList<>(List.of("class A {", "    void a() {"));
        lines.addAll(List.of("        b();\n".repeat(METHOD).split("\n")));
        lines.addAll(List.of("    }", "}"));

        assertThat(tooLong("A.java", lines)).containsExactly("A.java: 32 lines at void a() {");
        lines.remove(3);
        lines.remove(3);
        assertThat(tooLong("A.java", lines)).isEmpty();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** The formatter puts the end of a method alone on a line, as far to the right as its beginning. */
    private static List<String> tooLong(String name, List<String> lines) {
        List<String> found = new ArrayList<>();
        Deque<Integer> starts = new ArrayDeque<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (isMember(line) && !line.strip().endsWith(";")) {
                starts.push(i);
            }
            boolean isEnd = !starts.isEmpty() && line.equals(indent(lines.get(starts.peek())) + "}");
            if (isEnd) {
                int start = starts.pop();
                int size = i - start + 1;
                if (size > METHOD) {
                    found.add(
                            name + ": " + size + " lines at " + lines.get(start).strip());
                }
            }
        }
        return found;
    }

    /** A declaration with a parameter list: indented, not a statement, and not a type. */
    private static boolean isMember(String line) {
        return line.matches(
                        "^(    |        )(public |private |protected |static |final |<[^>]+> )*[\\w<>\\[\\], .?]+ ?\\w+\\(.*")
                && !line.strip().matches("(return|new|throw|else|if|for|while|switch|case|try|record|catch)\\b.*")
                && !line.matches(".*\\brecord \\w+\\(.*")
                && !line.contains(" = ")
                && !line.strip().startsWith(".")
                && (line.strip().endsWith("{")
                        || line.strip().endsWith("(")
                        || line.strip().endsWith(","));
    }

    private static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
