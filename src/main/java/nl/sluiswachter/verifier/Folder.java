package nl.sluiswachter.verifier;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A log that was exported into a folder. */
public record Folder(Path folder) implements LogSource {

    @Override
    public boolean shouldHaveEntries() {
        return true;
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        try {
            return Optional.of(new BufferedInputStream(Files.newInputStream(folder.resolve(path)), 1 << 16));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
