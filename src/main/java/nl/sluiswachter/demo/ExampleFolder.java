package nl.sluiswachter.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import nl.sluiswachter.kernel.crypto.Sha256;

/** Writes files whole: under another name first, then moved into place. */
final class ExampleFolder {

    private final Path folder;

    ExampleFolder(Path folder) {
        this.folder = folder;
    }

    /** A file that everybody may read. */
    void write(String name, byte[] content) throws IOException {
        put(name, content, "rw-r--r--");
    }

    /** A file that only its owner may read. */
    void writeSecret(String name, byte[] content) throws IOException {
        put(name, content, "rw-------");
    }

    byte[] digestOf(String name) throws IOException {
        return Sha256.hex(Files.readAllBytes(folder.resolve(name))).getBytes(StandardCharsets.US_ASCII);
    }

    /** Temporary files are made readable by their owner only; the wider rights come before the move. */
    private void put(String name, byte[] content, String rights) throws IOException {
        Path draft = Files.createTempFile(folder, "." + name, ".draft");
        try {
            Files.write(draft, content);
            if (Files.getFileAttributeView(draft, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(rights));
            }
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
