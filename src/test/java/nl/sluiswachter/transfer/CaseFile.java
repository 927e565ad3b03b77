package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;

/**
 * A file of cases. Its {@code base} is a permit; each case says what is different, as a merge patch (RFC 7396: a member
 * replaces, null takes away), and what must come out. A {@code matrix} is a table of cases: {@link MatrixCases}.
 */
record CaseFile(Path file, List<CaseFile.Example> examples) {
    private static final Path FOLDER = Path.of("src/test/resources/cases");
    private static final Set<String> MEMBERS = Set.of("name", "given", "when", "then", "law", "at", "exchangeType");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final CatalogueFiles LAW = CatalogueFiles.in(Path.of("src/main/resources/catalogue"));
    private static final Catalogue CATALOGUE = new CatalogueLoader().load(LAW);

    /** One case, complete: registers, message and expectation. */
    record Example(
            String name, String type, String at, JsonNode given, JsonNode when, JsonNode then, Catalogue catalogue) {}

    private static final List<CaseFile> ALL = readAll();

    static List<CaseFile> all() {
        return ALL;
    }

    private static List<CaseFile> readAll() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(CaseFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CaseFile read(Path file) {
        try {
            JsonNode root = YAML.readTree(Files.readString(file));
            List<Example> examples = new ArrayList<>();
            JsonNode cases = root.has("matrix") ? root.path("cases") : root.required("cases");
            cases.forEach(node -> examples.add(example(file, root, node)));
            new MatrixCases(root).cases().forEach(node -> examples.add(example(file, root, node)));
            return new CaseFile(file, examples);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static Example example(Path file, JsonNode root, JsonNode node) {
        String name = node.required("name").asText();
        node.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                throw new IllegalArgumentException(file + ": " + name + " has an unknown member " + member);
            }
        });
        JsonNode base = root.required("base");
        return new Example(
                name,
                node.path("exchangeType").asText(root.required("exchangeType").asText()),
                node.path("at").asText("2026-11-21T09:00:00Z"),
                patched(base.required("given"), node.path("given")),
                patched(base.required("when"), node.path("when")),
                node.required("then"),
                node.has("law") ? changed(node.get("law")) : CATALOGUE);
    }

    private static Catalogue changed(JsonNode changes) {
        TreeMap<String, String> texts = new TreeMap<>(LAW.texts());
        for (JsonNode change : changes) {
            String before = change.required("replace").asText();
            texts.computeIfPresent(change.required("file").asText(), (name, text) -> {
                if (!text.contains(before)) {
                    throw new IllegalArgumentException(name + " does not hold: " + before);
                }
                return text.replace(before, change.required("by").asText());
            });
        }
        return new CatalogueLoader().load(new CatalogueFiles(texts));
    }

    static JsonNode patched(JsonNode target, JsonNode patch) {
        if (patch.isMissingNode()) {
            return target.deepCopy();
        }
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object.deepCopy() : YAML.createObjectNode();
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                result.remove(member.getKey());
            } else {
                result.set(member.getKey(), patched(result.path(member.getKey()), member.getValue()));
            }
        });
        return result;
    }
}
