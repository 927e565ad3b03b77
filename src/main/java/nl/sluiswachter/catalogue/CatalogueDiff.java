package nl.sluiswachter.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one catalogue says otherwise than another, by file and member. Layout and remarks do not count. */
public final class CatalogueDiff {

    private final YAMLMapper yaml = YAMLMapper.builder().build();
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * One line per member that was added, removed or changed; sorted.
     *
     * @throws CatalogueException when a file cannot be read
     */
    public List<String> lines(CatalogueFiles from, CatalogueFiles to) {
        SortedMap<String, String> before = leaves(from, to);
        SortedMap<String, String> after = leaves(to, from);
        TreeSet<String> places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        List<String> lines = new ArrayList<>();
        for (String place : places) {
            String old = before.get(place);
            String now = after.get(place);
            if (old == null) {
                lines.add("+ " + place + ": " + now);
            } else if (now == null) {
                lines.add("- " + place + ": " + old);
            } else if (!old.equals(now)) {
                lines.add("~ " + place + ": " + old + " -> " + now);
            }
        }
        return lines;
    }

    /** Of files that differ only: to read all of them takes long, and anybody may ask for a difference. */
    private SortedMap<String, String> leaves(CatalogueFiles files, CatalogueFiles others) {
        SortedMap<String, String> leaves = new TreeMap<>();
        for (Map.Entry<String, String> file : files.texts().entrySet()) {
            if (!file.getValue().equals(others.texts().get(file.getKey()))) {
                read(file.getKey(), file.getValue(), leaves);
            }
        }
        return leaves;
    }

    private void read(String name, String text, SortedMap<String, String> leaves) {
        try {
            collect(name, tree(text), leaves);
        } catch (JsonProcessingException e) {
            throw new CatalogueException(name + " cannot be read", e);
        }
    }

    /** A version that is kept is JSON, which its own reader reads in a fifth of the time. */
    private JsonNode tree(String text) throws JsonProcessingException {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return yaml.readTree(text);
        }
    }

    /** Lists of plain values are sets to the catalogue and compared as a whole. */
    private static void collect(String place, JsonNode node, SortedMap<String, String> leaves) {
        if (node.isObject()) {
            node.properties().forEach(member -> collect(place + " " + member.getKey(), member.getValue(), leaves));
        } else if (node.isArray() && node.size() > 0 && node.get(0).isContainerNode()) {
            for (int i = 0; i < node.size(); i++) {
                collect(place + " [" + i + "]", node.get(i), leaves);
            }
        } else {
            leaves.put(place, node.toString());
        }
    }
}
