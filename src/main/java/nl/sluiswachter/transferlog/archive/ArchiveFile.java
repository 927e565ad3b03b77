package nl.sluiswachter.transferlog.archive;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;
import nl.sluiswachter.kernel.crypto.Sha256;
import nl.sluiswachter.transferlog.lines.JsonLines;

/** The file of one month: a line for each entry, readable by nobody but who made it. */
record ArchiveFile(Path path) {

    private static final int BUFFER = 1 << 16;

    /**
     * Writes a new file. It is on the disk when this returns, and gone when this fails.
     *
     * @return SHA-256 of it, in hex
     */
    String write(Consumer<Consumer<ArchivedLine>> lines) {
        try (FileChannel channel = create()) {
            String sha256 = write(channel, lines);
            channel.force(true);
            try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true); // the name too
            }
            return sha256;
        } catch (FileAlreadyExistsException e) {
            throw new ArchiveRefused("There is a file of that name already; an archive is never written over.");
        } catch (IOException e) {
            delete();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            delete();
            throw e;
        }
    }

    private static String write(FileChannel channel, Consumer<Consumer<ArchivedLine>> lines) throws IOException {
        MessageDigest digest = Sha256.digest();
        OutputStream out =
                new DigestOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), digest);
        JsonLines.write(out, ArchivedLine.class, lines);
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Reads it from begin to end.
     *
     * @return SHA-256 of what was read, in hex
     */
    String read(Consumer<ArchivedLine> line) {
        MessageDigest digest = Sha256.digest();
        try (InputStream in =
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER), digest)) {
            JsonLines.read(in, ArchivedLine.class, line);
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new ArchiveRefused("The file cannot be read as an archive of the log.");
        }
    }

    /** Of an archive that was not made after all. */
    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel create() throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mode = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode);
    }
}
