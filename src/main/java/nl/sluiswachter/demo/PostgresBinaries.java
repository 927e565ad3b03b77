package nl.sluiswachter.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs from the class path, unpacked once into a folder named after their content. */
final class PostgresBinaries {

    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresBinaries() {}

    /**
     * Unpacks the programs for this machine unless that was done before. Two processes may do so at once: the folder
     * appears by one rename, complete or not at all.
     *
     * @param folder where unpacked versions are kept
     * @return the folder that holds {@code bin}, {@code lib} and {@code share}
     */
    static Path unpackInto(Path folder, ProgressListener progress) {
        URL archive = archive();
        try {
            Path home = folder.resolve(name(archive));
            if (!Files.isDirectory(home)) {
                progress.begins("Unpacking PostgreSQL");
                unpack(archive, home);
            }
            return home;
        } catch (IOException e) {
            throw new EmbeddedPostgresException("PostgreSQL could not be unpacked into " + folder + ": " + e, e);
        }
    }

    private static URL archive() {
        String resource = "/postgres-" + system() + "-" + processor() + ".txz";
        URL archive = PostgresBinaries.class.getResource(resource);
        if (archive == null) {
            throw new EmbeddedPostgresException("There is no embedded PostgreSQL on the class path for this machine ("
                    + resource.substring(1) + "); set spring.datasource.url to a PostgreSQL of your own.");
        }
        return archive;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.split(" ")[0];
    }

    private static String processor() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }

    private static String name(URL archive) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(archive.openStream(), new CRC32())) {
            in.transferTo(OutputStream.nullOutputStream());
            return "postgresql-%08x".formatted(in.getChecksum().getValue());
        }
    }

    private static void unpack(URL archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path unfinished = Files.createTempDirectory(home.getParent(), ".unpacking-");
        try {
            extract(archive, unfinished);
            Files.setPosixFilePermissions(unfinished, permissions(true));
            rename(unfinished, home);
        } finally {
            Folders.delete(unfinished);
        }
    }

    private static void rename(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            // Another process was first; its folder is as complete as ours.
        }
    }

    private static void extract(URL archive, Path target) throws IOException {
        try (InputStream raw = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("archive entry outside its folder");
                }
                write(entry, tar, file);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            Files.setPosixFilePermissions(file, permissions(true));
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            Files.setPosixFilePermissions(file, permissions((entry.getMode() & OWNER_MAY_EXECUTE) != 0));
        }
    }

    /** Readable for everybody, because the server may have to run as another user than the gateway. */
    private static Set<PosixFilePermission> permissions(boolean executable) {
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if (executable) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }
}
