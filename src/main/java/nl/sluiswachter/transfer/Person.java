package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.Relation;

/**
 * One person in a message.
 *
 * @param ref the sender's name for the person within the message: a letter and up to seven letters or digits
 * @param origin the law under which the data were obtained, unless {@code origins} says otherwise for a field
 * @param fields values by path, {@code health.diagnosis}, in the order of submission
 * @param origins exceptions by path
 */
public record Person(
        String ref, Relation relation, Origin origin, Map<String, JsonNode> fields, Map<String, Origin> origins) {

    public Person {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        origins = Map.copyOf(origins);
    }

    /** The law under which the field was obtained. */
    public Origin originOf(String path) {
        return origins.getOrDefault(path, origin);
    }

    /** The text of a field, or of one member of it; empty when absent or not a scalar. */
    public String text(String path, String... members) {
        JsonNode node = fields.get(path);
        for (String member : members) {
            node = node == null ? null : node.get(member);
        }
        return node == null || !node.isValueNode() || node.isNull() ? "" : node.asText();
    }
}
