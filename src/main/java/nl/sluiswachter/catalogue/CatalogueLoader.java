package nl.sluiswachter.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.sluiswachter.party.Capacity;

/** Reads catalogue files into a complete, consistent catalogue, or refuses them with every fault named. */
public final class CatalogueLoader {

    private static final String TYPES = "types/";

    /** Members of a type's file that are not part of a rule. */
    private static final Set<String> OF_TYPE =
            Set.of("title", "explanation", "answers", "answersOnlyToMessage", "multiParty", "confidentiality");

    private final YAMLMapper yaml = YAMLMapper.builder(new YAMLFactory())
            .addModule(new JavaTimeModule())
            .addModule(capacities())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * The catalogue in these files.
     *
     * @throws CatalogueException when a file cannot be read or the whole is incomplete or contradictory
     */
    public Catalogue load(CatalogueFiles files) {
        Catalogue catalogue = read(files);
        List<String> faults = new ArrayList<>(new CatalogueCheck(catalogue, files).faults());
        faults.addAll(new VoicesCheck(catalogue, files).faults());
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        return catalogue;
    }

    /**
     * A catalogue that was judged before, perhaps by an older jar that asked for less: to look back with, not to decide
     * by.
     *
     * @throws CatalogueException when a file cannot be read
     */
    Catalogue read(CatalogueFiles files) {
        return new Catalogue(
                canonical(files).version(),
                read(files, "articles.yaml", new TypeReference<Map<String, Article>>() {}),
                read(files, "capacities.yaml", new TypeReference<Map<Capacity, CapacityRule>>() {}),
                read(files, "fields.yaml", new TypeReference<Map<String, FieldRule>>() {}),
                read(files, "reuse.yaml", new TypeReference<Map<Origin, Map<Origin, ReuseCell>>>() {}),
                read(files, "ages.yaml", new TypeReference<Ages>() {}),
                read(files, "reasons.yaml", new TypeReference<Reasons>() {}),
                read(files, VoicesCheck.FILE, new TypeReference<Voices>() {}),
                types(files));
    }

    private Map<String, ExchangeType> types(CatalogueFiles files) {
        Map<String, ExchangeType> types = new HashMap<>();
        for (String name : files.texts().keySet()) {
            if (name.startsWith(TYPES)) {
                String id = name.substring(TYPES.length(), name.length() - ".yaml".length());
                types.put(id, type(files, name, id));
            }
        }
        return types;
    }

    /** Members of the type itself stay there; all others are the rule, or what its rules have in common. */
    private ExchangeType type(CatalogueFiles files, String name, String id) {
        ObjectNode whole = read(files, name, new TypeReference<ObjectNode>() {});
        ObjectNode head = whole.deepCopy().retain(OF_TYPE).put("id", id);
        ObjectNode shared = whole.deepCopy().remove(OF_TYPE);
        JsonNode own = shared.remove("rules");
        ArrayNode rules = head.putArray("rules");
        if (own == null) {
            rules.add(shared);
        } else {
            demandRules(name, own, files.texts().get(name));
            own.forEach(rule -> rules.add(shared.deepCopy().setAll((ObjectNode) rule)));
        }
        try {
            return yaml.treeToValue(head, ExchangeType.class);
        } catch (JsonProcessingException e) {
            throw new CatalogueException(
                    name + new Lines(files.texts().get(name)).near(e) + ": " + ReadingFault.of(e), e);
        }
    }

    private static void demandRules(String name, JsonNode rules, String text) {
        boolean wellFormed = rules.isArray() && !rules.isEmpty();
        for (JsonNode rule : rules) {
            wellFormed &= rule.isObject();
        }
        if (!wellFormed) {
            throw new CatalogueException(
                    List.of(name + new Lines(text).at("/rules") + ": rules must be a list of at least one rule"));
        }
    }

    private <T> T read(CatalogueFiles files, String name, TypeReference<T> type) {
        String text = files.texts().get(name);
        if (text == null) {
            throw new CatalogueException(List.of(name + ": the file is missing"));
        }
        try (YAMLParser parser = yaml.getFactory().createParser(text)) {
            return yaml.readValue(parser, type);
        } catch (JsonProcessingException e) {
            throw new CatalogueException(name + place(e) + ": " + ReadingFault.of(e), e);
        } catch (IOException e) {
            throw new CatalogueException(name + ": cannot be read", e);
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    }

    /**
     * The one form of these files from which their version follows.
     *
     * @throws CatalogueException when a file cannot be read
     */
    public CanonicalForm canonical(CatalogueFiles files) {
        Map<String, JsonNode> whole = new TreeMap<>();
        files.texts().forEach((name, text) -> whole.put(name, read(files, name, new TypeReference<JsonNode>() {})));
        return CanonicalForm.of(whole);
    }

    private static SimpleModule capacities() {
        return new SimpleModule()
                .addDeserializer(Capacity.class, new FromStringDeserializer<>(Capacity.class) {
                    @Override
                    protected Capacity _deserialize(String value, DeserializationContext context) {
                        return new Capacity(value);
                    }
                })
                .addKeyDeserializer(Capacity.class, new KeyDeserializer() {
                    @Override
                    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
                        try {
                            return new Capacity(key);
                        } catch (IllegalArgumentException e) {
                            return context.handleWeirdKey(Capacity.class, key, e.getMessage());
                        }
                    }
                });
    }
}
