package nl.sluiswachter.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the files of the exchange types. */
final class TypeReading {

    /** Every rule gets a copy of what they share, so a text of some bytes could become any size. */
    private static final int MOST_RULES = 50;

    private static final String TYPES = "types/";

    private static final Pattern ID = Pattern.compile(ExchangeType.ID);

    /** Members of a type's file that are not part of a rule. */
    private static final Set<String> OF_TYPE =
            Set.of("title", "explanation", "answers", "answersOnlyToMessage", "multiParty", "confidentiality");

    private final YAMLMapper yaml;
    private final CatalogueReading reading;

    TypeReading(YAMLMapper yaml, CatalogueReading reading) {
        this.yaml = yaml;
        this.reading = reading;
    }

    /** Those that can be read, by id; the faults of the others are with the reading. */
    Map<String, ExchangeType> types() {
        Map<String, ExchangeType> types = new HashMap<>();
        for (String name : List.copyOf(reading.trees().keySet())) {
            if (name.startsWith(TYPES)) {
                String id = name.substring(TYPES.length(), name.length() - ".yaml".length());
                if (ID.matcher(id).matches()) {
                    type(name, id).ifPresent(type -> types.put(id, type));
                } else {
                    reading.fault(
                            name, "", "the file of a type is named by 1 to 80 of A-Z, 0-9 and _, the first a letter");
                }
            }
        }
        return types;
    }

    /** Members of the type itself stay there; all others are the rule, or what its rules have in common. */
    private Optional<ExchangeType> type(String name, String id) {
        ObjectNode whole = reading.read(name, new TypeReference<>() {});
        if (whole == null) {
            return Optional.empty();
        }
        ObjectNode head = whole.deepCopy().retain(OF_TYPE).put("id", id);
        ObjectNode shared = whole.deepCopy().remove(OF_TYPE);
        JsonNode own = shared.remove("rules");
        ArrayNode rules = head.putArray("rules");
        if (own == null) {
            rules.add(shared);
        } else if (isList(own) && own.size() <= MOST_RULES) {
            own.forEach(rule -> rules.add(shared.deepCopy().setAll((ObjectNode) rule)));
        } else {
            reading.fault(name, lines(name).at("/rules"), "rules must be a list of 1 to " + MOST_RULES + " rules");
            return Optional.empty();
        }
        return bound(name, head);
    }

    private Optional<ExchangeType> bound(String name, ObjectNode head) {
        try {
            return Optional.of(yaml.treeToValue(head, ExchangeType.class));
        } catch (JsonProcessingException e) {
            reading.fault(name, lines(name).near(e), ReadingFault.of(e));
            return Optional.empty();
        }
    }

    private Lines lines(String name) {
        return new Lines(reading.text(name));
    }

    private static boolean isList(JsonNode rules) {
        boolean wellFormed = rules.isArray() && !rules.isEmpty();
        for (JsonNode rule : rules) {
            wellFormed &= rule.isObject();
        }
        return wellFormed;
    }
}
