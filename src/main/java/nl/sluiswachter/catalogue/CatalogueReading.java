package nl.sluiswachter.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the files of one catalogue and goes on after a fault, so that whoever wrote them hears of every file at once. */
final class CatalogueReading {

    private final YAMLMapper yaml;
    private final CatalogueFiles files;
    private final Map<String, JsonNode> trees = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    CatalogueReading(YAMLMapper yaml, CatalogueFiles files) {
        this.yaml = yaml;
        this.files = files;
        for (String name : files.texts().keySet()) {
            JsonNode tree = parsed(name, new TypeReference<>() {});
            if (tree != null) {
                trees.put(name, tree);
            }
        }
    }

    /** The content of the file; null after a fault, which {@link #canonical} tells. */
    <T> T read(String name, TypeReference<T> type) {
        if (!files.texts().containsKey(name)) {
            faults.add(name + ": the file is missing");
        }
        return trees.containsKey(name) ? parsed(name, type) : null;
    }

    /** The files that are YAML. */
    Map<String, JsonNode> trees() {
        return trees;
    }

    String text(String name) {
        return files.texts().get(name);
    }

    /** @param place {@code ", line 12"} */
    void fault(String name, String place, String sentence) {
        faults.add(name + place + ": " + sentence);
    }

    /** @throws CatalogueException naming everything that could not be read */
    CanonicalForm canonical() {
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        return CanonicalForm.of(trees);
    }

    private <T> T parsed(String name, TypeReference<T> type) {
        try (YAMLParser parser = yaml.getFactory().createParser(text(name))) {
            return yaml.readValue(parser, type);
        } catch (JsonProcessingException e) {
            fault(name, place(e), ReadingFault.of(e));
        } catch (IOException e) {
            fault(name, "", "cannot be read");
        }
        return null;
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    }
}
