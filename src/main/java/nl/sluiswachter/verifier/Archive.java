package nl.sluiswachter.verifier;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Entries that were taken out of the database into a file, in the order of their leaves; a line each, as in an export. */
final class Archive implements Closeable {

    private final MappingIterator<ExportedEntry> lines;
    private ExportedEntry ahead;

    Archive(Path file) throws IOException {
        try {
            this.lines = ExportedEntry.READER.readValues(Files.newInputStream(file));
        } catch (IOException e) {
            throw new Unreadable("An archive that was named cannot be read.");
        }
    }

    /** The line of this leaf; null when there is none. Leaves are asked for in their order. */
    ExportedEntry find(long index) throws IOException {
        try {
            while ((ahead == null || ahead.index() < index) && lines.hasNextValue()) {
                ahead = lines.nextValue();
            }
        } catch (JacksonException e) {
            throw new Unreadable("A line of an archive is not an entry as docs/verifying-the-log.md describes it.");
        }
        return ahead != null && ahead.index() == index ? ahead : null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
