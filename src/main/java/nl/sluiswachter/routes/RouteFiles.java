package nl.sluiswachter.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.sluiswachter.kernel.crypto.Sha256;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The route files: those in the jar, and those of a folder beside it. In the folder only {@code edge/} is free; a copy of
 * a file from the jar must be the same, so that nobody believes to have changed what was not changed.
 */
final class RouteFiles {

    private static final String SUFFIX = ".camel.yaml";

    private final Path folder;
    private final YAMLMapper yaml = new YAMLMapper();

    RouteFiles(Path folder) {
        this.folder = folder;
    }

    /** SHA-256 of every file in use, lowercase hex, by name. */
    SortedMap<String, String> hashes() throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>(inJar());
        for (Path file : edgeFiles()) {
            hashes.put("edge/" + file.getFileName(), Sha256.hex(Files.readAllBytes(file)));
        }
        return hashes;
    }

    /** The files of {@code edge/}, sorted by name; none when there is no such folder. */
    List<Path> edgeFiles() throws IOException {
        return list(folder.resolve("edge"));
    }

    /** Complaints about files of the folder that differ from those in the jar or that nobody would load. */
    List<String> strangers() throws IOException {
        Map<String, String> known = inJar();
        return list(folder).stream()
                .filter(file -> !hash(file).equals(known.get(file.getFileName().toString())))
                .map(file -> file + " is not the file that this jar was built with; own routes belong in "
                        + folder.resolve("edge"))
                .toList();
    }

    /** Complaints about edge files that hold more than routes: interceptors or error handling would act on the middle. */
    List<String> intruders() throws IOException {
        List<String> complaints = new ArrayList<>();
        for (Path file : edgeFiles()) {
            JsonNode entries = yaml.readTree(file.toFile());
            for (JsonNode entry : entries) {
                entry.fieldNames().forEachRemaining(name -> {
                    if (!name.equals("route")) {
                        complaints.add(file + " holds " + name + "; an edge file may only hold route");
                    }
                });
            }
        }
        return complaints;
    }

    private static SortedMap<String, String> inJar() throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:routes/*" + SUFFIX)) {
            hashes.put(file.getFilename(), Sha256.hex(file.getContentAsByteArray()));
        }
        return hashes;
    }

    private static String hash(Path file) {
        try {
            return Sha256.hex(Files.readAllBytes(file));
        } catch (IOException e) {
            return "unreadable";
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }
}
