package nl.sluiswachter.catalogue;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.party.Capacity;

/** Reads catalogue files into a complete, consistent catalogue, or refuses them with every fault named. */
public final class CatalogueLoader {

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
     * @throws CatalogueException naming the first fault of every file that cannot be read
     */
    Catalogue read(CatalogueFiles files) {
        CatalogueReading reading = new CatalogueReading(yaml, files);
        Map<String, Article> articles = reading.read("articles.yaml", new TypeReference<>() {});
        Map<Capacity, CapacityRule> capacities = reading.read("capacities.yaml", new TypeReference<>() {});
        Map<String, FieldRule> fields = reading.read("fields.yaml", new TypeReference<>() {});
        Map<Origin, Map<Origin, ReuseCell>> reuse = reading.read("reuse.yaml", new TypeReference<>() {});
        Ages ages = reading.read("ages.yaml", new TypeReference<>() {});
        Reasons reasons = reading.read("reasons.yaml", new TypeReference<>() {});
        Voices voices = reading.read(VoicesCheck.FILE, new TypeReference<>() {});
        Map<String, ExchangeType> types = new TypeReading(yaml, reading).types();
        CanonicalForm form = reading.canonical();
        return new Catalogue(form.version(), articles, capacities, fields, reuse, ages, reasons, voices, types);
    }

    /**
     * The one form of these files from which their version follows.
     *
     * @throws CatalogueException naming the first fault of every file that is no YAML
     */
    public CanonicalForm canonical(CatalogueFiles files) {
        return new CatalogueReading(yaml, files).canonical();
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
