package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.sluiswachter.freetext.Found;
import nl.sluiswachter.freetext.FreeTextGuard;
import nl.sluiswachter.freetext.Kind;
import nl.sluiswachter.kernel.Bsn;

/**
 * Says what the single values of one message are like, and makes values that are. A token is the name of a
 * {@link Likeness} and what free text holds besides, {@code STORY+ADDRESS+BSN:2}. What may stay in a text because it goes in
 * a field as well is counted, so that it can still be told which text names whose number.
 */
final class Likenesses {

    private static final FreeTextGuard GUARD = new FreeTextGuard();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<Kind> COUNTED = Set.of(Kind.BSN, Kind.PHONE, Kind.EMAIL);
    private static final int MOST_NUMBERS = 1000;
    private static final List<String> NUMBERS = someNumbers();

    private final Map<Kind, Map<String, Integer>> counted = new EnumMap<>(Kind.class);

    /** The token of a value that is neither object nor list. */
    String of(JsonNode value) {
        Likeness likeness = Likeness.of(value);
        if (likeness == Likeness.NUMBER || likeness == Likeness.BARE_NUMBER) {
            return likeness + ":" + number(Kind.BSN, new Bsn(value.asText()).digits());
        }
        return likeness + held(value.isNumber() ? value.decimalValue().toPlainString() : value.asText());
    }

    /** The token of a text; null for none. */
    String of(String text) {
        return text == null ? null : of(JSON.textNode(text));
    }

    private String held(String text) {
        TreeSet<String> held = new TreeSet<>();
        for (Found found : GUARD.find(text)) {
            Kind kind = found.kind();
            held.add("+" + kind.name() + (COUNTED.contains(kind) ? ":" + number(kind, spelling(text, found)) : ""));
        }
        return String.join("", held);
    }

    private static String spelling(String text, Found found) {
        String spelling = FreeTextGuard.spelling(text, found);
        return found.kind() == Kind.BSN ? new Bsn(spelling).digits() : spelling;
    }

    private int number(Kind kind, String spelling) {
        Map<String, Integer> numbers = counted.computeIfAbsent(kind, first -> new HashMap<>());
        int next = Math.min(numbers.size(), MOST_NUMBERS - 1);
        return numbers.computeIfAbsent(spelling, first -> next);
    }

    /** A value with this token, on that day. */
    static JsonNode example(String token, LocalDate day) {
        String[] parts = token.split("\\+");
        Likeness likeness = Likeness.named(parts[0].replaceFirst(":.*", ""));
        if (parts[0].contains(":")) {
            String number = NUMBERS.get(count(parts[0]));
            return likeness == Likeness.BARE_NUMBER ? JSON.numberNode(Integer.parseInt(number)) : JSON.textNode(number);
        }
        return parts.length == 1 ? likeness.example(day) : JSON.textNode(holding(likeness, parts));
    }

    /** A text with this token; null for none. */
    static String text(String token, LocalDate day) {
        return token == null ? null : example(token, day).asText();
    }

    private static String holding(Likeness likeness, String... parts) {
        boolean reference = likeness == Likeness.REFERENCE;
        List<String> held = new ArrayList<>();
        Arrays.stream(parts).skip(1).forEach(part -> held.add(example(part)));
        return reference ? String.join("/", held) : "Tekst:\n" + String.join("\n", held) + "\n";
    }

    private static String example(String part) {
        Kind kind = Kind.valueOf(part.replaceFirst(":.*", ""));
        return switch (kind) {
            case BSN -> NUMBERS.get(count(part));
            case PHONE -> "06-%02d-%02d-12-34".formatted(10 + count(part) / 100, count(part) % 100);
            case EMAIL -> "iemand%d@voorbeeld.nl".formatted(count(part));
            case IBAN -> "NL02ABNA0123456789";
            case ADDRESS -> "Kerkstraat 12";
        };
    }

    private static int count(String part) {
        return Integer.parseInt(part.substring(part.indexOf(':') + 1));
    }

    private static List<String> someNumbers() {
        List<String> numbers = new ArrayList<>();
        for (int candidate = 900_000_000; numbers.size() < MOST_NUMBERS; candidate++) {
            if (Bsn.isValid(Integer.toString(candidate))) {
                numbers.add(Integer.toString(candidate));
            }
        }
        return List.copyOf(numbers);
    }
}
