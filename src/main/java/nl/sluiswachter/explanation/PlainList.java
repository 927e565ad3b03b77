package nl.sluiswachter.explanation;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The members of a technical account as text: the same names and codes, one line each, to print or to search. */
public final class PlainList {

    private PlainList() {}

    /** {@code name: value} per line; a list as its name, then a line with a dash per item. Ends with a line break. */
    public static String of(Map<String, ?> members) {
        return members.entrySet().stream()
                .map(member -> lines(member.getKey(), member.getValue()))
                .collect(Collectors.joining());
    }

    private static String lines(String name, Object value) {
        if (value instanceof Collection<?> items) {
            return items.stream()
                    .map(item -> "- " + item(item) + "\n")
                    .collect(Collectors.joining("", name + "\n", ""));
        }
        return name + ": " + value + "\n";
    }

    private static String item(Object item) {
        return item instanceof Map<?, ?> members
                ? members.entrySet().stream()
                        .map(member -> member.getKey() + ": " + member.getValue())
                        .collect(Collectors.joining("; "))
                : String.valueOf(item);
    }
}
