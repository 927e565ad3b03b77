package nl.sluiswachter.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second gateway out of a data folder. The operating system lets go of it when its process dies, however. */
final class DataFolderLock implements AutoCloseable {

    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws EmbeddedPostgresException when somebody else has it */
    static DataFolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("gateway.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new EmbeddedPostgresException("Another gateway uses the data folder " + folder
                        + "; stop it, or give this one a folder of its own with sluiswachter.demo.data.");
            }
            return new DataFolderLock(channel);
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "This user cannot write in the data folder " + folder
                            + "; make it writable, or choose another with sluiswachter.demo.data.",
                    e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("The lock on the data folder could not be released: " + e, e);
        }
    }
}
