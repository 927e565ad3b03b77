package nl.sluiswachter.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Tells a command in another process where the database of a running demo is. */
record RunningDatabase(Path data) {

    private static final String URL = "database.url";

    /** Says that the database runs at this address. */
    void runsAt(String jdbcUrl) {
        try {
            Files.writeString(data.resolve(URL), jdbcUrl, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that it runs no more. */
    void stopped() {
        try {
            Files.deleteIfExists(data.resolve(URL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings with which the application role connects; empty when no demo runs in this folder. */
    Optional<Map<String, Object>> settings() {
        try {
            if (!Files.exists(data.resolve(URL))) {
                return Optional.empty();
            }
            return Optional.of(Map.of(
                    "spring.datasource.url", Files.readString(data.resolve(URL), StandardCharsets.US_ASCII),
                    "spring.datasource.username", DatabaseRoles.APPLICATION,
                    "spring.datasource.password",
                            Files.readString(data.resolve("app.password"), StandardCharsets.US_ASCII)
                                    .strip()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
