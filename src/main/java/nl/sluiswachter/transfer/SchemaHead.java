package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Language;

/**
 * What a schema says of itself: its dialect, title and explanation, and an identifier without the name of a host.
 *
 * @param kind {@code message} or {@code delivery}
 * @param readers codes of the capacities for which it was made; others see other pairs
 */
record SchemaHead(String kind, Catalogue catalogue, ExchangeType type, Collection<String> readers, Language language) {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /** The schema with its head before it and the fields it refers to after it. */
    ObjectNode around(ObjectNode body, Map<String, ObjectNode> fields) {
        ObjectNode schema = Keyword.JSON.objectNode();
        schema.put("$schema", DIALECT);
        schema.put("$id", id());
        schema.put("title", type.title().in(language));
        schema.put("description", type.explanation().in(language));
        schema.setAll(body);
        schema.putObject("$defs").setAll(fields);
        return schema;
    }

    private String id() {
        String lang = language.name().toLowerCase(Locale.ROOT);
        return String.join(
                ":", "urn:sluiswachter", kind, type.id(), String.join("+", readers), lang, catalogue.version());
    }
}
