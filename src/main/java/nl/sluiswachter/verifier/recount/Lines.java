package nl.sluiswachter.verifier.recount;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The lines of an export, from file to file, each asked for by the leaf that it is of. */
final class Lines implements AutoCloseable {

    private static final int FILE = 65_536;

    private final Path folder;
    private final Consumer<Line> added;
    private final Set<Path> read = new HashSet<>();
    private BufferedReader file;
    private long number = -1;
    private Path path;
    private long lines; // read of it
    private Line ahead;

    /** @param added is given every line that no leaf is for */
    Lines(Path folder, Consumer<Line> added) {
        this.folder = folder;
        this.added = added;
    }

    /** The first that is said to be of this leaf; null when there is none. */
    Line at(long index) throws IOException {
        if (index / FILE != number) {
            number = index / FILE;
            open("%06d.jsonl".formatted(number));
        }
        for (; ahead != null && ahead.index() < index; ahead = next()) {
            added.accept(ahead);
        }
        Line found = ahead;
        if (found == null || found.index() != index) {
            return null;
        }
        ahead = next();
        return found;
    }

    /** All that is left, also in files of leaves that there are not. */
    void end() throws IOException {
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            for (Path beyond :
                    files.filter(path -> !read.contains(path)).sorted().toList()) {
                open(beyond.getFileName().toString());
            }
        }
        drain();
    }

    private void drain() throws IOException {
        for (; ahead != null; ahead = next()) {
            added.accept(ahead);
        }
    }

    private void open(String name) throws IOException {
        drain();
        close();
        path = folder.resolve(name);
        lines = 0;
        read.add(path);
        file = Files.exists(path) ? Files.newBufferedReader(path, ISO_8859_1) : null;
        ahead = next();
    }

    private Line next() throws IOException {
        String text = file == null ? null : file.readLine();
        lines++;
        try {
            return text == null ? null : Line.of(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("Line %d of %s is not one of an export.".formatted(lines, path));
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
