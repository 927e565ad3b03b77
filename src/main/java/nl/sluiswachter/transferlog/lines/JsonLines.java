package nl.sluiswachter.transferlog.lines;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Records, each a line of JSON. */
public final class JsonLines {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private JsonLines() {}

    /**
     * Writes what the lines are given one by one, and leaves the stream open.
     *
     * @throws UncheckedIOException from within {@code lines}, when the stream takes no more
     */
    public static <T> void write(OutputStream out, Class<T> type, Consumer<Consumer<T>> lines) throws IOException {
        try (SequenceWriter writer =
                JSON.writerFor(type).withRootValueSeparator("\n").writeValues(out)) {
            lines.accept(line -> {
                try {
                    writer.write(line);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        out.flush();
    }

    /** Reads all there are, to the end of the stream, and closes it. */
    public static <T> void read(InputStream in, Class<T> type, Consumer<T> line) throws IOException {
        try (MappingIterator<T> lines = JSON.readerFor(type).readValues(in)) {
            while (lines.hasNextValue()) {
                line.accept(lines.nextValue());
            }
        }
    }
}
