package nl.sluiswachter.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The texts of a catalogue's YAML files by relative name, {@code types/VT_REPORT.yaml} and the like.
 *
 * @param texts sorted by name
 */
public record CatalogueFiles(SortedMap<String, String> texts) {

    private static final String SUFFIX = ".yaml";

    /** Reads every YAML file below the folder. */
    public static CatalogueFiles in(Path folder) {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                texts.put(name, Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the catalogue folder", e);
        }
        return new CatalogueFiles(texts);
    }
}
