package nl.sluiswachter.transferlog.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;
import nl.sluiswachter.kernel.crypto.Sha256;

/** The file of one month: a line for each entry, readable by nobody but who made it. */
record ArchiveFile(Path path) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();
    private static final int BUFFER = 1 << 16;

    /**
     * Writes a new file.
     *
     * @return SHA-256 of it, in hex
     */
    String write(Consumer<Consumer<ArchivedLine>> lines) {
        MessageDigest digest = Sha256.digest();
        try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(open(), BUFFER), digest);
                SequenceWriter writer = JSON.writerFor(ArchivedLine.class)
                        .withRootValueSeparator("\n")
                        .writeValues(out)) {
            lines.accept(line -> {
                try {
                    writer.write(line);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (FileAlreadyExistsException e) {
            throw new ArchiveRefused("There is a file of that name already; an archive is never written over.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Reads it from begin to end. */
    void read(Consumer<ArchivedLine> line) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
                MappingIterator<ArchivedLine> lines =
                        JSON.readerFor(ArchivedLine.class).readValues(in)) {
            while (lines.hasNextValue()) {
                line.accept(lines.nextValue());
            }
        } catch (IOException e) {
            throw new ArchiveRefused("The file cannot be read as an archive of the log.");
        }
    }

    private OutputStream open() throws IOException {
        if (path.toAbsolutePath().getParent() != null) {
            Files.createDirectories(path.toAbsolutePath().getParent());
        }
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mode = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return Channels.newOutputStream(
                Files.newByteChannel(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode));
    }
}
