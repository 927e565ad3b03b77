package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.Relation;

/**
 * One person in a message.
 *
 * @param ref the sender's name for the person within the message: a letter and up to seven letters or digits
 * @param origin the law under which the data were obtained, unless {@code origins} says otherwise for a field
 * @param fields values by path, {@code health.diagnosis}, in the order of submission
 * @param origins exceptions by path; never an empty set
 */
public record Person(
        String ref, Relation relation, Origin origin, Map<String, JsonNode> fields, Map<String, Set<Origin>> origins) {

    public Person {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        origins = Map.copyOf(origins);
    }

    /** The laws under which the field was obtained; more than one where it was made from several. */
    public Set<Origin> originsOf(String path) {
        return origins.getOrDefault(path, Set.of(origin));
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
