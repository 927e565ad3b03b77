package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.sluiswachter.kernel.Oin;

/**
 * What a part of an entry has to be for whoever reads the entry to take it for what it says. An entry can fit its hash and say what
 * no gateway writes: who owns the database can make a hash too.
 */
@FunctionalInterface
public interface Shape {

    /** That the database and other programs can be given. */
    Shape TEXT = node -> node.isTextual() && isWritable(node.textValue());

    Shape FLAG = JsonNode::isBoolean;

    /** An id as we write it. */
    Shape ID = node -> node.isTextual() && isId(node.textValue());

    /** Some ids with a space between them, or none. */
    Shape IDS = node -> node.isTextual() && (node.textValue().isEmpty() || isIds(node.textValue()));

    /** A moment in years of four digits. */
    Shape MOMENT = node -> node.isTextual() && isMoment(node.textValue());

    /** A day in years of four digits. */
    Shape DAY = node -> node.isTextual() && isDay(node.textValue());

    Shape OIN = node -> node.isTextual() && Oin.isValid(node.textValue());

    /** How many, written as text. */
    Shape COUNT = matching("[0-9]{1,9}");

    /** Whether this is one. */
    boolean fits(JsonNode node);

    /** Either of the two. */
    default Shape or(Shape other) {
        return node -> fits(node) || other.fits(node);
    }

    /** The name of one of these. */
    static Shape code(Class<? extends Enum<?>> codes) {
        return oneOf(Arrays.stream(codes.getEnumConstants()).map(Enum::name).collect(Collectors.toSet()));
    }

    /** One of these texts. */
    static Shape oneOf(Set<String> texts) {
        Set<String> known = Set.copyOf(texts);
        return node -> node.isTextual() && known.contains(node.textValue());
    }

    /** Text of this form. */
    static Shape matching(String form) {
        Pattern pattern = Pattern.compile(form);
        return node -> node.isTextual() && pattern.matcher(node.textValue()).matches();
    }

    /** Any number of these. */
    static Shape list(Shape each) {
        return node -> node.isArray()
                && StreamSupport.stream(node.spliterator(), false).allMatch(each::fits);
    }

    /** An object of these, under any names. */
    static Shape each(Shape member) {
        return node -> node.isObject()
                && node.properties().stream().allMatch(one -> isWritable(one.getKey()) && member.fits(one.getValue()));
    }

    /** An object with members of its own; others do no harm. */
    static Members object() {
        return new Members(Map.of(), Map.of());
    }

    /** @param must that have to be there */
    record Members(Map<String, Shape> must, Map<String, Shape> may) implements Shape {

        public Members {
            must = Map.copyOf(must);
            may = Map.copyOf(may);
        }

        /** With one that has to be there. */
        public Members with(String member, Shape shape) {
            return new Members(added(must, member, shape), may);
        }

        /** With one that may be there. */
        public Members mayHave(String member, Shape shape) {
            return new Members(must, added(may, member, shape));
        }

        @Override
        public boolean fits(JsonNode node) {
            return node.isObject()
                    && must.entrySet().stream().allMatch(one -> one.getValue().fits(node.path(one.getKey())))
                    && may.entrySet().stream()
                            .allMatch(one ->
                                    !node.has(one.getKey()) || one.getValue().fits(node.path(one.getKey())));
        }

        private static Map<String, Shape> added(Map<String, Shape> some, String member, Shape shape) {
            Map<String, Shape> all = new TreeMap<>(some);
            all.put(member, shape);
            return all;
        }
    }

    private static boolean isWritable(String text) {
        boolean isPlain = text.chars().noneMatch(one -> one == 0 || Character.isSurrogate((char) one));
        return isPlain
                || text.indexOf(0) < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isIds(String text) {
        return Arrays.stream(text.split(" ", -1)).allMatch(Shape::isId);
    }

    private static boolean isMoment(String text) {
        try {
            Instant.parse(text);
            return Character.isDigit(text.charAt(0)); // later years begin with a sign
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return Character.isDigit(text.charAt(0));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
