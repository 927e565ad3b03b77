package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.sluiswachter.catalogue.FieldRule;
import nl.sluiswachter.freetext.Found;
import nl.sluiswachter.freetext.FreeTextGuard;

/** The texts of a message without what their receiver may not have. */
final class FreeText {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final FreeTextGuard GUARD = new FreeTextGuard();

    private final Case examined;
    private final FreeTextRights rights;

    FreeText(Case examined) {
        this.examined = examined;
        this.rights = new FreeTextRights(examined);
    }

    /** Whether a text in a field's value holds something that the receiver may not have. */
    boolean holdsTooMuch(Person person, String path, JsonNode value) {
        if (!isFree(path)) {
            return false;
        }
        if (value.isContainerNode()) {
            for (JsonNode part : value) {
                if (holdsTooMuch(person, path, part)) {
                    return true;
                }
            }
            return false;
        }
        return holdsTooMuch(person, path, text(value));
    }

    private boolean holdsTooMuch(Person person, String path, String text) {
        return GUARD.find(text).stream().anyMatch(found -> !rights.allow(person, path, text, found));
    }

    /** The value as its receiver will read it. */
    JsonNode masked(Person person, String path, JsonNode value) {
        return examined.isTextMasked(person, path) ? mask(person, path, value) : value;
    }

    /** Whether a text of the message itself, read as a field of some subject, holds too much; looked through once. */
    List<Person> aboutWhomTooMuch(String path, String text) {
        List<Found> found = GUARD.find(text);
        return examined.subjects().stream()
                .filter(person -> found.stream().anyMatch(one -> !rights.allow(person, path, text, one)))
                .toList();
    }

    /** A text of the message itself as its receiver will read it: what may not go about one subject goes about none. */
    String masked(String path, String text) {
        return GUARD.mask(text, found -> examined.subjects().stream()
                .anyMatch(person -> !rights.allow(person, path, text, found)));
    }

    private JsonNode mask(Person person, String path, JsonNode value) {
        if (value.isObject()) {
            ObjectNode copy = JSON.objectNode();
            value.properties().forEach(member -> copy.set(member.getKey(), mask(person, path, member.getValue())));
            return copy;
        }
        if (value.isArray()) {
            ArrayNode copy = JSON.arrayNode();
            value.forEach(item -> copy.add(mask(person, path, item)));
            return copy;
        }
        String text = text(value);
        String masked = mask(person, path, text);
        return masked.equals(text) ? value : JSON.textNode(masked);
    }

    private String mask(Person person, String path, String text) {
        return GUARD.mask(text, found -> !rights.allow(person, path, text, found));
    }

    /** A number is written out: {@code 1.23456782E8} hides a BSN as well. */
    static String text(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    /** Dates, references and the BSN itself have a shape of their own. */
    private boolean isFree(String path) {
        FieldRule rule = examined.catalogue().fields().get(path);
        return switch (rule.kind()) {
            case TEXT, OBJECT, LIST -> true;
            case BSN, CODE, DATE -> false;
        };
    }
}
