package nl.sluiswachter.transferlog.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** The folder of an export: readable by nobody but who made it, and new or empty. */
record ExportFolder(Path folder) {

    private static final int BUFFER = 1 << 16;

    /** @throws ExportRefused when something is in it already */
    static ExportFolder create(Path folder) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> present = Files.list(folder)) {
                if (present.findAny().isPresent()) {
                    throw new ExportRefused("The folder of an export must be new or empty.");
                }
            }
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return new ExportFolder(folder);
        } catch (IOException e) {
            throw new ExportRefused("The folder of the export cannot be made or read.");
        }
    }

    /** A new file of the export. */
    OutputStream open(String path) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String path, byte[] bytes) {
        try (OutputStream out = open(path)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
