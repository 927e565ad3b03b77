package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import nl.sluiswachter.catalogue.FieldRule;

/** The agreed shape of one field: whether a value has it, and the value without what does not belong to it. */
final class Shape {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Of the years below; which days exist is for the calendar to say. */
    static final String DATE_TEXT = "(18[5-9][0-9]|19[0-9]{2}|2[01][0-9]{2})-[0-9]{2}-[0-9]{2}";

    private static final int EARLIEST_YEAR = 1850;
    private static final int LATEST_YEAR = 2199;

    /** Latin letters by range, so that a schema with this expression means the same in every programming language. */
    private static final String LETTERS = "A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F_";

    static final String CODED_TEXT = "[" + LETTERS + "][" + LETTERS + " ,/()-]{0,59}";
    private static final Pattern CODED = Pattern.compile(CODED_TEXT);

    private final FieldRule rule;

    Shape(FieldRule rule) {
        this.rule = rule;
    }

    boolean fits(JsonNode value) {
        return switch (rule.kind()) {
            case TEXT -> isScalar(value);
            case BSN -> value.isTextual();
            case CODE -> value.isTextual() && Reference.isValid(value.textValue());
            case DATE -> isDate(value);
            case OBJECT -> isObject(value);
            case LIST -> value.isArray() && allFit(value);
        };
    }

    /** Members of the value, or of its items, that the vocabulary does not have or that the predicate refuses. */
    Set<String> strangers(JsonNode value, Predicate<String> refused) {
        Set<String> names = new TreeSet<>();
        if (value.isObject()) {
            value.fieldNames().forEachRemaining(name -> {
                if (!rule.members().contains(name) || refused.test(name)) {
                    names.add(name);
                }
            });
        }
        if (value.isArray()) {
            value.forEach(item -> names.addAll(strangers(item, refused)));
        }
        return names;
    }

    /** A copy of the value without the named members. */
    JsonNode without(JsonNode value, Predicate<String> leftOut) {
        if (value.isObject()) {
            ObjectNode copy = JSON.objectNode();
            rule.members().stream()
                    .filter(member -> value.has(member) && !leftOut.test(member))
                    .forEach(member -> copy.set(member, value.get(member)));
            return copy;
        }
        if (value.isArray()) {
            ArrayNode copy = JSON.arrayNode();
            value.forEach(item -> copy.add(without(item, leftOut)));
            return copy;
        }
        return value;
    }

    /** Whether the value, or each item of it, can be one coded reason: a few words, no figures and no second line. */
    static boolean isCoded(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).allMatch(Shape::isCoded);
        }
        return value.isTextual() && CODED.matcher(value.textValue()).matches();
    }

    private boolean allFit(JsonNode list) {
        for (JsonNode item : list) {
            boolean fits = rule.members().isEmpty() ? isScalar(item) : isObject(item);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Unknown members are left out later; known ones must be scalars, so that nothing hides below them. */
    private boolean isObject(JsonNode value) {
        return value.isObject()
                && rule.members().stream().allMatch(member -> !value.has(member) || isScalar(value.get(member)));
    }

    private static boolean isScalar(JsonNode value) {
        return value.isTextual() || value.isNumber() || value.isBoolean();
    }

    static boolean isPlausible(LocalDate date) {
        return date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR;
    }

    static boolean isDate(JsonNode value) {
        try {
            return value.isTextual() && isPlausible(LocalDate.parse(value.textValue()));
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
