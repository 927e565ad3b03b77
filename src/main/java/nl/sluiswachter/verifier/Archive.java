package nl.sluiswachter.verifier;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Entries that were taken out of the database into a file, in the order of their leaves; a line each, as in an export. */
final class Archive implements Closeable {

    private final Entries lines;
    private ExportedEntry ahead;

    Archive(Path file) throws IOException {
        try {
            this.lines = new EntryFile(
                    new BufferedInputStream(Files.newInputStream(file)),
                    file.getFileName().toString());
        } catch (IOException e) {
            throw new Unreadable("An archive that was named cannot be read.");
        }
        this.ahead = lines.next();
    }

    /** The line of this leaf; null when there is none. Leaves are asked for in their order. */
    ExportedEntry find(long index) throws IOException {
        while (ahead != null && ahead.index() < index) {
            ahead = lines.next();
        }
        return ahead != null && ahead.index() == index ? ahead : null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
