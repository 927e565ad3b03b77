package nl.sluiswachter.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.sluiswachter.kernel.crypto.Sha256;

/**
 * One byte string per catalogue, whatever the layout and remarks of its files: JSON with one member per file, members
 * sorted by name, no spaces, UTF-8. Its hash is the catalogue's version.
 */
public record CanonicalForm(byte[] bytes) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The form of what the files say, by file name. */
    static CanonicalForm of(Map<String, JsonNode> files) {
        try {
            Object sorted = JSON.treeToValue(JSON.valueToTree(new TreeMap<>(files)), Object.class);
            return new CanonicalForm(JSON.writeValueAsString(sorted).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new CatalogueException("no canonical form", e);
        }
    }

    /** {@code sha256:} and the hash of the bytes, lowercase hex. */
    public String version() {
        return "sha256:" + Sha256.hex(bytes);
    }

    /**
     * The files again, each as JSON, which every YAML reader reads: remarks and layout are gone.
     *
     * @throws CatalogueException when the bytes are not a canonical form
     */
    public CatalogueFiles files() {
        try {
            ObjectNode whole = JSON.readValue(bytes, ObjectNode.class);
            SortedMap<String, String> texts = new TreeMap<>();
            for (Map.Entry<String, JsonNode> file : whole.properties()) {
                texts.put(file.getKey(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file.getValue()));
            }
            return new CatalogueFiles(texts);
        } catch (IOException e) {
            throw new CatalogueException("what is stored is no catalogue", e);
        }
    }
}
