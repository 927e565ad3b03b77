package nl.sluiswachter.verifier;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.InputStream;

/** A file of an export or an archive: one JSON line for each entry. */
final class EntryFile implements Entries {

    private final MappingIterator<ExportedEntry> lines;

    EntryFile(InputStream file) throws IOException {
        this.lines = ExportedEntry.READER.readValues(file);
    }

    @Override
    public ExportedEntry next() throws IOException {
        try {
            return lines.hasNextValue() ? lines.nextValue() : null;
        } catch (JacksonException e) {
            throw new Unreadable("A line of the export is not an entry as docs/verifying-the-log.md describes it.");
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
