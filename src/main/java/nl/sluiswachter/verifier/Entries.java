package nl.sluiswachter.verifier;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** Entries of a log in the order of their leaves, as some source has them. For one thread. */
interface Entries extends Closeable {

    /** The next; null after the last. */
    ExportedEntry next() throws IOException;

    /** These. */
    static Entries of(List<ExportedEntry> entries) {
        Iterator<ExportedEntry> rest = entries.iterator();
        return new Entries() {

            @Override
            public ExportedEntry next() {
                return rest.hasNext() ? rest.next() : null;
            }

            @Override
            public void close() {}
        };
    }
}
