package nl.sluiswachter.console.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with a form: for each field, in the order in which they were found, the key of what the reader is told. The
 * template {@code console/parts} shows it.
 */
public final class FormErrors {

    private final Map<String, String> keys = new LinkedHashMap<>();

    /** Nothing wrong. */
    public static FormErrors none() {
        return new FormErrors();
    }

    /** Complains about a field, unless it was complained about already. Gives nothing, for the value that is not there. */
    public <T> Optional<T> add(String field, String key) {
        keys.putIfAbsent(field, key);
        return Optional.empty();
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The fields that are wrong. */
    public Set<String> fields() {
        return keys.keySet();
    }

    /** Whether something is wrong with this field. */
    public boolean has(String field) {
        return keys.containsKey(field);
    }

    /** The key of what is said about this field. */
    public String key(String field) {
        return keys.get(field);
    }

    /** For {@code aria-describedby}: the ids of what belongs to a field, null for nothing. */
    public String describedBy(String field, String... others) {
        List<String> all = new java.util.ArrayList<>(List.of(others));
        if (has(field)) {
            all.add(field + "-error");
        }
        return all.isEmpty() ? null : String.join(" ", all);
    }
}
