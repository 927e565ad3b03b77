package nl.sluiswachter.verifier;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;

/** A file of an export or an archive: one JSON line for each entry. */
final class EntryFile implements Entries {

    private final InputStream file;
    private final String name;
    private MappingIterator<ExportedEntry> lines;

    /** @param name what sentences call it */
    EntryFile(InputStream file, String name) {
        this.file = file;
        this.name = name;
    }

    @Override
    public ExportedEntry next() throws IOException {
        try {
            if (lines == null) {
                lines = ExportedEntry.READER.readValues(file);
            }
            if (!lines.hasNextValue()) {
                return null;
            }
            ExportedEntry line = lines.nextValue();
            if (line != null) {
                return line;
            }
        } catch (JacksonException | CharConversionException e) {
            // said below
        }
        throw new Unreadable(
                "Line %d of %s is not an entry as docs/verifying-the-log.md describes it.".formatted(line(), name));
    }

    /** Where the reading stopped. */
    private int line() {
        return lines == null ? 1 : lines.getCurrentLocation().getLineNr();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
