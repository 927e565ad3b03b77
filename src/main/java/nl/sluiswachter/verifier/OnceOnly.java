package nl.sluiswachter.verifier;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * That no transfer was decided twice, however many there are: ids go to 256 temporary files by their last byte, so that equal
 * ones meet, and each file is looked at by itself.
 */
final class OnceOnly implements Closeable {

    private static final int FILES = 256;

    private final List<DataOutputStream> files = new ArrayList<>();
    private Path folder;

    /** Takes the transfer that the entry of this leaf decides. */
    void add(UUID transfer, long index) throws IOException {
        if (folder == null) {
            open();
        }
        DataOutputStream file = files.get((int) (transfer.getLeastSignificantBits() & FILES - 1));
        file.writeLong(transfer.getMostSignificantBits());
        file.writeLong(transfer.getLeastSignificantBits());
        file.writeLong(index);
    }

    /** After the last. */
    void tellRepeated(Findings findings) throws IOException {
        for (int i = 0; i < files.size(); i++) {
            files.get(i).close();
            tellRepeated(folder.resolve("" + i), findings);
        }
    }

    private static void tellRepeated(Path file, Findings findings) throws IOException {
        Map<UUID, Long> seen = new HashMap<>();
        long ids = Files.size(file) / (3 * Long.BYTES);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (long i = 0; i < ids; i++) {
                UUID transfer = new UUID(in.readLong(), in.readLong());
                long index = in.readLong();
                Long earlier = seen.putIfAbsent(transfer, index);
                if (earlier != null) {
                    findings.add("Transfer %s was decided twice: by the entries of leaf %d and leaf %d."
                            .formatted(transfer, earlier, index));
                }
            }
        }
    }

    private void open() throws IOException {
        folder = Files.createTempDirectory("verify");
        for (int i = 0; i < FILES; i++) {
            files.add(new DataOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(folder.resolve("" + i)), 1 << 12)));
        }
    }

    @Override
    public void close() throws IOException {
        for (int i = 0; i < files.size(); i++) {
            files.get(i).close();
            Files.delete(folder.resolve("" + i));
        }
        if (folder != null) {
            Files.delete(folder);
        }
    }
}
