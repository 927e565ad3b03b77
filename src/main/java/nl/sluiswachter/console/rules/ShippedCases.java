package nl.sluiswachter.console.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The cases of the law by which this gateway was tested when it was made; they travel in the jar. */
final class ShippedCases {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Cases NONE = new Cases(List.of(), List.of());
    private static final Map<String, Cases> READ = new ConcurrentHashMap<>();

    private ShippedCases() {}

    /** What each is about, in English, by what must come out. */
    record Cases(List<String> permitted, List<String> refused) {

        Cases {
            permitted = List.copyOf(permitted);
            refused = List.copyOf(refused);
        }

        public boolean isEmpty() {
            return permitted.isEmpty() && refused.isEmpty();
        }
    }

    /** Those of a type of the catalogue; none for one that did not come with this gateway. */
    static Cases of(String type) {
        Cases known = READ.get(type);
        return known == null ? read(type) : known;
    }

    private static Cases read(String type) {
        try (InputStream file = ShippedCases.class.getResourceAsStream("/cases/" + type + ".yaml")) {
            if (file == null) {
                return NONE;
            }
            Cases cases = cases(type, YAML.readTree(file).path("cases"));
            READ.put(type, cases);
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException("The cases in the jar cannot be read", e);
        }
    }

    private static Cases cases(String type, JsonNode all) {
        List<String> permitted = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (JsonNode one : all) {
            if (one.path("exchangeType").asText(type).equals(type)) {
                boolean permit =
                        "PERMIT".equals(one.path("then").path("outcome").asText());
                (permit ? permitted : refused).add(one.path("name").asText());
            }
        }
        return new Cases(permitted, refused);
    }
}
